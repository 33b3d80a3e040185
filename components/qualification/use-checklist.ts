import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { localized } from "#lib/i18n/locales.ts";
import type { Checklist, NewChecklist, OwnItem } from "#lib/qualification/checklist.ts";
import type { Framework } from "#lib/qualification/frameworks.ts";
import type { Label } from "#lib/scoring/definition.ts";

/** A question as it is written; `id` names it on the page, before it has a key. */
type Written = { readonly id: string; readonly key: string | null; readonly label: Label };

/** A checklist while it is changed: nothing of it holds before it is saved. */
export function useChecklist(stored: Checklist) {
  const locale = useLocale();
  const [framework, setFramework] = useState<Framework>(stored.framework);
  const [own, setOwn] = useState(() => asWritten(stored.own));
  const added = useRef(0);
  const add = () => {
    added.current += 1;
    const id = `new ${added.current}`;
    setOwn((known) => [...known, { id, key: null, label: "" }]);
  };

  return {
    framework,
    own,
    textOf: ({ label }: Written) => localized(label, locale),
    choose(next: Framework) {
      setFramework(next);
      if (next === "own" && own.length === 0) add();
    },
    add,
    write: (id: string, text: string) =>
      setOwn((known) =>
        known.map((item) =>
          item.id !== id
            ? item
            : { ...item, label: typeof item.label === "string" ? text : { ...item.label, [locale]: text } },
        ),
      ),
    remove: (id: string) => setOwn((known) => known.filter((item) => item.id !== id)),
    move: (id: string, by: 1 | -1) =>
      setOwn((known) => {
        const from = known.findIndex((item) => item.id === id);
        const moved = known[from];
        return moved ? known.toSpliced(from, 1).toSpliced(from + by, 0, moved) : known;
      }),
    /** Takes over what was stored, in which each question has a key. */
    adopt: (own: readonly OwnItem[]) => setOwn(asWritten(own)),
    /** Lines left empty are none. */
    written: (): NewChecklist => ({
      framework,
      own: own.filter(({ label }) => localized(label, locale).trim() !== "").map(({ key, label }) => ({ key, label })),
    }),
  };
}

function asWritten(own: readonly OwnItem[]): readonly Written[] {
  return own.map((item) => ({ id: item.key, ...item }));
}
