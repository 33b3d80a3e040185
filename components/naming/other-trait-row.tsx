"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { InlineSelect } from "#components/model/inline-fields.tsx";
import { useMoments } from "#components/model/moments.ts";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import type { OtherTrait, TraitOwner } from "#lib/ingest/other-traits.ts";
import { FIELD_TYPES } from "#lib/leads/fields.ts";
import type { ActionResult } from "#lib/result.ts";
import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";

export type MakeTraitField = (input: {
  of: TraitOwner;
  name: string;
  type: FieldType;
}) => Promise<ActionResult<{ key: string }>>;

type Props = { trait: OtherTrait; make: MakeTraitField };

/** What trackers say of people or companies and no field keeps, and what kind of field is to keep it. */
export function OtherTraitRow({ trait: { of, name: own, count, last, lastAt, type }, make }: Props) {
  const t = useTranslations("naming.traits");
  const types = useTranslations("data.type");
  const { day } = useMoments();
  const { send, isUnderWay, refusal } = useSend();
  const [chosen, choose] = useState(type);
  const [isMade, setIsMade] = useState(false);
  // As an `identify` says it.
  const name = of === "account" ? `company.${own}` : own;
  const choices = FIELD_TYPES.map((each) => ({ value: each, label: types(each) }));

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-rule border-b py-2 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto]">
      <div className="min-w-0 max-md:col-span-2">
        <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        <span className="block text-ink-3 text-small tabular-nums [overflow-wrap:anywhere]">
          {t(of === "account" ? "companies" : "leads", { count })},{" "}
          {t("last", { value: wordsOf(last), at: day(new Date(lastAt).toISOString()) })}
        </span>
        {refusal !== null && <span className="block text-hot text-small">{refusal}</span>}
      </div>
      {isMade ? (
        <p role="status" className="text-ink-2 text-small md:col-span-2">
          {t("made")}
        </p>
      ) : (
        <>
          <InlineSelect
            label={t("typeOf", { name })}
            isLabelHidden
            value={chosen}
            choices={choices}
            onChange={choose}
          />
          <span className="justify-self-start">
            <Button
              disabled={isUnderWay}
              aria-label={t("makeOf", { name })}
              onClick={() => send(() => make({ of, name: own, type: chosen }), { onDone: () => setIsMade(true) })}
            >
              {t("make")}
            </Button>
          </span>
        </>
      )}
    </li>
  );

  function wordsOf(value: FieldValue): string {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return typeof value === "object" ? value.join(", ") : String(value);
  }
}
