"use client";

import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { DATE_ORDERS, DECIMAL_MARKS, type Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { choicesOf, withOwn } from "./reading-choices.ts";
import { useImportWords } from "./use-import-words.ts";

type Change = {
  mapping: Mapping;
  organisation: { timeZone: string; currency: string };
  onChange: (mapping: Mapping) => void;
};
type Props = Change & {
  shortRows: OpenedFile["reading"]["shortRows"];
  onShortRows: (shortRows: OpenedFile["reading"]["shortRows"]) => void;
};

const CURRENCIES = ["EUR", "USD", "GBP", "CHF"];
const SHORT_ROWS = ["reject", "fill"] as const;
const UNKNOWN_LEADS = ["reject", "create"] as const;

/** How what is written in the cells is understood. */
export function ValuesSentence({ mapping, organisation, shortRows, onChange, onShortRows }: Props) {
  const { t } = useImportWords();
  const label = (name: string) => t(`reading.labels.${name}`);
  const timeZone = mapping.timeZone ?? organisation.timeZone;
  return (
    <>
      {t.rich("reading.values", {
        dates: () => (
          <SentenceSelect
            label={label("dates")}
            choices={choicesOf(DATE_ORDERS, (order) => t(`dates.${order}`))}
            value={mapping.dates}
            onChange={(dates) => onChange({ ...mapping, dates })}
          />
        ),
        zone: () => (
          <SentenceSelect
            label={label("zone")}
            choices={choicesOf(withOwn([organisation.timeZone, "UTC"], timeZone), (zone) => zone.replaceAll("_", " "))}
            value={timeZone}
            onChange={(zone) => onChange({ ...mapping, timeZone: zone })}
          />
        ),
        decimal: () => (
          <SentenceSelect
            label={label("decimal")}
            choices={choicesOf(DECIMAL_MARKS, (mark) => t(`reading.decimal.${mark}`))}
            value={mapping.decimal}
            onChange={(decimal) => onChange({ ...mapping, decimal })}
          />
        ),
        short: () => (
          <SentenceSelect
            label={label("short")}
            choices={choicesOf(SHORT_ROWS, (what) => t(`reading.short.${what}`))}
            value={shortRows}
            onChange={onShortRows}
          />
        ),
      })}
    </>
  );
}

/** In which currency amounts are. */
export function MoneySentence({ mapping, organisation, onChange }: Change) {
  const { t } = useImportWords();
  const own = mapping.currency ?? organisation.currency;
  return t.rich("reading.money", {
    currency: () => (
      <SentenceSelect
        label={t("reading.labels.currency")}
        choices={choicesOf(withOwn([organisation.currency, ...CURRENCIES], own), (currency) => currency)}
        value={own}
        onChange={(currency) => onChange({ ...mapping, currency })}
      />
    ),
  });
}

/** What becomes of rows about leads that nobody knows. */
export function UnknownLeadsSentence({ mapping, onChange }: Omit<Change, "organisation">) {
  const { t } = useImportWords();
  return t.rich("reading.unknown", {
    unknown: () => (
      <SentenceSelect
        label={t("reading.labels.unknown")}
        choices={choicesOf(UNKNOWN_LEADS, (what) => t(`reading.unknownLeads.${what}`))}
        value={mapping.unknownLeads}
        onChange={(unknownLeads) => onChange({ ...mapping, unknownLeads })}
      />
    ),
  });
}
