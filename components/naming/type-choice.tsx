"use client";

import { useLocale, useTranslations } from "next-intl";
import { INLINE_CONTROL } from "#components/model/inline-control.ts";
import { InlineSelect } from "#components/model/inline-fields.tsx";
import { localized } from "#lib/i18n/locales.ts";
import { typeKey } from "#lib/naming/type-key.ts";
import type { NamingView } from "#lib/naming/view.ts";
import type { ChosenType } from "./use-naming-draft.ts";

type Props = {
  /** For who listens: of what the type is chosen. */
  label: string;
  types: NamingView["types"];
  /** What is offered beside them; null: nothing more. */
  suggested: ChosenType | null;
  chosen: ChosenType | null;
  onChoose: (chosen: ChosenType | null) => void;
};

const NONE = "";
/** No key of a type begins so. */
const OWN = "\u0000own";

/** A type of events: one that is there, the one that is suggested, or a new one by its name. */
export function TypeChoice({ label, types, suggested, chosen, onChoose }: Props) {
  const t = useTranslations("naming");
  const locale = useLocale();
  const known = new Map(types.map((each) => [each.key, { type: each.key, label: each.label }] as const));
  const offered = suggested && !known.has(suggested.type) ? suggested : null;
  const isOwn = chosen !== null && !known.has(chosen.type) && chosen.type !== offered?.type;
  const value = chosen === null ? NONE : isOwn ? OWN : chosen.type;
  const choices = [
    { value: NONE, label: t("choose") },
    ...(offered ? [{ value: offered.type, label: t("newType", { name: localized(offered.label, locale) }) }] : []),
    ...types.map((each) => ({ value: each.key, label: localized(each.label, locale) })),
    { value: OWN, label: t("ownType") },
  ];

  function choose(key: string) {
    if (key === NONE) onChoose(null);
    else if (key === OWN) onChoose({ type: "", label: "" });
    else onChoose(known.get(key) ?? offered);
  }

  return (
    <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-1 [&>*]:min-w-40 [&>*]:flex-1">
      <InlineSelect label={label} isLabelHidden value={value} choices={choices} onChange={choose} />
      {isOwn && (
        <input
          aria-label={t("ownTypeName")}
          placeholder={t("ownTypeName")}
          value={localized(chosen.label, locale)}
          maxLength={60}
          onChange={({ target }) => onChoose({ type: typeKey(target.value), label: target.value })}
          className={INLINE_CONTROL}
        />
      )}
    </span>
  );
}
