"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { INLINE_CONTROL } from "#components/model/inline-control.ts";
import { InlineSelect } from "#components/model/inline-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { PAGE_VIEWED } from "#lib/naming/raw-event.ts";
import type { NamingView } from "#lib/naming/view.ts";
import { TypeChoice } from "./type-choice.tsx";
import type { ChosenType, NamingDraft } from "./use-naming-draft.ts";

type Props = { types: NamingView["types"]; draft: NamingDraft };

/** A rule for what has not come yet, or for many pages at once. */
export function OwnRule({ types, draft }: Props) {
  const t = useTranslations("naming");
  const [kind, setKind] = useState<"page" | "event">("page");
  const [text, setText] = useState("");
  const [chosen, choose] = useState<ChosenType | null>(null);
  const isReady = chosen !== null && chosen.type !== "" && text.trim() !== "";

  function add(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    const said = text.trim();
    draft.add(kind === "page" ? { name: PAGE_VIEWED, asset: said } : { name: said, asset: null }, chosen);
    setText("");
    choose(null);
  }

  return (
    <form
      onSubmit={add}
      className="mt-4 grid items-end gap-x-4 gap-y-2 md:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <InlineSelect
        label={t("own.kind")}
        isLabelHidden
        value={kind}
        choices={[
          { value: "page", label: t("own.page") },
          { value: "event", label: t("own.event") },
        ]}
        onChange={setKind}
      />
      <input
        aria-label={t(kind === "page" ? "own.path" : "own.name")}
        placeholder={kind === "page" ? "/blog/*" : "Demo Requested"}
        value={text}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        className={INLINE_CONTROL}
      />
      <TypeChoice label={t("own.type")} types={types} suggested={null} chosen={chosen} onChoose={choose} />
      <span className="justify-self-start">
        <Button type="submit" disabled={!isReady}>
          {t("add")}
        </Button>
      </span>
    </form>
  );
}
