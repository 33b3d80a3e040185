"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ListField } from "#components/ui/field.tsx";
import type { CrmField } from "#lib/crm/door.ts";
import type { FieldPair } from "#lib/crm/settings.ts";
import type { FieldType } from "#lib/scoring/facts.ts";

/** A field here as it is called in the reader's language. */
export type OurField = { readonly key: string; readonly label: string; readonly type: FieldType };
/** A pair while it is being chosen; an empty name is none yet. */
export type DraftPair = FieldPair & { readonly id: number };

type Props = {
  pairs: readonly DraftPair[];
  theirs: readonly CrmField[];
  ours: readonly OurField[];
  onChange: (pairs: readonly DraftPair[]) => void;
};

/** Which field of the CRM fills which field here. */
export function FieldPairs({ pairs, theirs, ours, onChange }: Props) {
  const t = useTranslations("crm.settings");
  const add = () => onChange([...pairs, { id: Math.max(0, ...pairs.map(({ id }) => id)) + 1, crm: "", to: "" }]);
  return (
    <div>
      {pairs.length === 0 && <p className="text-ink-2">{t("noFields")}</p>}
      <ul>
        {pairs.map((pair) => (
          <li key={pair.id} className="border-rule border-b py-2">
            <PairRow
              pair={pair}
              theirs={theirs}
              ours={ours.filter(({ key }) => key === pair.to || pairs.every((each) => each.to !== key))}
              onChange={(changed) => onChange(pairs.map((each) => (each.id === pair.id ? changed : each)))}
              onRemove={() => onChange(pairs.filter((each) => each.id !== pair.id))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Button onClick={add}>{t("add")}</Button>
      </div>
    </div>
  );
}

type RowProps = {
  pair: DraftPair;
  theirs: readonly CrmField[];
  ours: readonly OurField[];
  onChange: (pair: DraftPair) => void;
  onRemove: () => void;
};

function PairRow({ pair, theirs, ours, onChange, onRemove }: RowProps) {
  const t = useTranslations("crm.settings");
  const known = theirs.find(({ name }) => name === pair.crm);
  const fitting = known ? ours.filter(({ type }) => type === known.type) : [];
  // What is kept is shown, also when it fits no more.
  const kept = ours.find(({ key }) => key === pair.to && fitting.every((each) => each.key !== key));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_44px] items-end gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_32px]">
      <div className="max-sm:col-span-2">
        <ListField
          label={t("crmField")}
          required
          value={pair.crm}
          onChange={(event) => onChange({ ...pair, crm: event.target.value, to: "" })}
        >
          <option value="">{t("choose")}</option>
          {pair.crm !== "" && !known && <option value={pair.crm}>{t("gone", { field: pair.crm })}</option>}
          {theirs.map(({ name, label }) => (
            <option key={name} value={name}>
              {label} ({name})
            </option>
          ))}
        </ListField>
      </div>
      <ListField
        label={t("ourField")}
        required
        value={pair.to}
        onChange={(event) => onChange({ ...pair, to: event.target.value })}
      >
        <option value="">{t("choose")}</option>
        {[...(kept ? [kept] : []), ...fitting].map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </ListField>
      <button
        type="button"
        onClick={onRemove}
        aria-label={t("remove", { field: known?.label ?? pair.crm })}
        className="flex size-8 items-center justify-center text-ink-2 hover:text-ink max-sm:size-11"
      >
        <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 stroke-current [stroke-width:1.25]">
          <path d="M1 1 11 11 M11 1 1 11" />
        </svg>
      </button>
    </div>
  );
}
