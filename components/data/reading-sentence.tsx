"use client";

import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { ENCODINGS, SEPARATORS } from "#lib/csv/dialect.ts";
import { IMPORT_KINDS } from "#lib/import/constants.ts";
import { PRESETS } from "#lib/import/known-headers.ts";
import { DATE_ORDERS, DECIMAL_MARKS, type Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { readingWord, signsText } from "./reading-choices.ts";
import { useImportWords } from "./use-import-words.ts";
import type { ReadAgain } from "./use-mapping.ts";

type Props = {
  file: OpenedFile;
  organisation: { timeZone: string; currency: string };
  /** Nothing that changes what the columns are. */
  onChange: (mapping: Mapping) => void;
  onRead: (again: Partial<ReadAgain>) => void;
};

const OTHER = "file";
const CURRENCIES = ["EUR", "USD", "GBP", "CHF"];
const MOST_SKIPPED = 12;

/** How the file reads, as sentences whose words can be changed. */
export function ReadingSentence({ file: { mapping, reading }, organisation, onChange, onRead }: Props) {
  const { t } = useImportWords();
  const { dialect } = mapping;
  const restate = (more: Mapping["dialect"]) => onRead({ dialect: { ...dialect, ...more } });
  const label = (name: string) => t(`reading.labels.${name}`);
  const skipped = (count: number, most: number) =>
    Array.from({ length: Math.max(most, count) + 1 }, (_, lines) => ({
      value: lines,
      label: t("reading.lines", { count: lines }),
    }));
  const withOwn = (known: readonly string[], own: string) => [...new Set([...known, own])];

  return (
    <div className="type-prose flex max-w-[76ch] flex-col gap-2 text-ink-2 leading-[1.75]">
      <p>
        {t.rich("reading.file", {
          kind: () => (
            <SentenceSelect
              label={label("kind")}
              choices={IMPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              value={mapping.kind}
              onChange={(kind) => onRead({ kind, keepsChoices: false })}
            />
          ),
          source: () => (
            <SentenceSelect
              label={label("source")}
              choices={withOwn([...PRESETS, OTHER], mapping.source).map((value) => ({
                value,
                label: t.has(`source.${value}`) ? t(`source.${value}`) : value,
              }))}
              value={mapping.source}
              onChange={(source) => onChange({ ...mapping, source })}
            />
          ),
          encoding: () => (
            <SentenceSelect
              label={label("encoding")}
              choices={ENCODINGS.map((value) => ({ value, label: t(`reading.encoding.${value}`) }))}
              value={ENCODINGS.find((known) => known === reading.encoding) ?? "utf-8"}
              onChange={(encoding) => restate({ encoding })}
            />
          ),
          separator: () => (
            <SentenceSelect
              label={label("separator")}
              choices={withOwn(SEPARATORS, reading.separator).map((value) => ({
                value,
                label: readingWord(t, "separator", value),
              }))}
              value={reading.separator}
              onChange={(separator) => restate({ separator })}
            />
          ),
          header: () => (
            <SentenceSelect
              label={label("header")}
              choices={["yes", "no"].map((value) => ({ value, label: t(`reading.header.${value}`) }))}
              value={reading.hasHeader ? "yes" : "no"}
              onChange={(answer) => restate({ header: answer === "yes" })}
            />
          ),
          preamble: () => (
            <SentenceSelect
              label={label("preamble")}
              choices={skipped(reading.preamble, MOST_SKIPPED)}
              value={reading.preamble}
              onChange={(preamble) => restate({ preamble })}
            />
          ),
          footer: () => (
            <SentenceSelect
              label={label("footer")}
              choices={skipped(reading.footer, MOST_SKIPPED)}
              value={reading.footer}
              onChange={(footer) => restate({ footer })}
            />
          ),
        })}
      </p>
      <p>{t("reading.signs", { signs: signsText(t, reading) })}</p>
      <p>
        {t.rich("reading.values", {
          dates: () => (
            <SentenceSelect
              label={label("dates")}
              choices={DATE_ORDERS.map((value) => ({ value, label: t(`dates.${value}`) }))}
              value={mapping.dates}
              onChange={(dates) => onChange({ ...mapping, dates })}
            />
          ),
          zone: () => (
            <SentenceSelect
              label={label("zone")}
              choices={withOwn([organisation.timeZone, "UTC"], mapping.timeZone ?? organisation.timeZone).map(
                (value) => ({ value, label: value.replaceAll("_", " ") }),
              )}
              value={mapping.timeZone ?? organisation.timeZone}
              onChange={(timeZone) => onChange({ ...mapping, timeZone })}
            />
          ),
          decimal: () => (
            <SentenceSelect
              label={label("decimal")}
              choices={DECIMAL_MARKS.map((value) => ({ value, label: t(`reading.decimal.${value}`) }))}
              value={mapping.decimal}
              onChange={(decimal) => onChange({ ...mapping, decimal })}
            />
          ),
          short: () => (
            <SentenceSelect
              label={label("short")}
              choices={(["reject", "fill"] as const).map((value) => ({ value, label: t(`reading.short.${value}`) }))}
              value={reading.shortRows}
              onChange={(shortRows) => restate({ shortRows })}
            />
          ),
        })}{" "}
        {mapping.columns.some(({ to }) => to === "outcome_value") &&
          t.rich("reading.money", {
            currency: () => (
              <SentenceSelect
                label={label("currency")}
                choices={withOwn([organisation.currency, ...CURRENCIES], mapping.currency ?? organisation.currency).map(
                  (value) => ({ value, label: value }),
                )}
                value={mapping.currency ?? organisation.currency}
                onChange={(currency) => onChange({ ...mapping, currency })}
              />
            ),
          })}{" "}
        {mapping.kind !== "leads" &&
          t.rich("reading.unknown", {
            unknown: () => (
              <SentenceSelect
                label={label("unknown")}
                choices={(["reject", "create"] as const).map((value) => ({
                  value,
                  label: t(`reading.unknownLeads.${value}`),
                }))}
                value={mapping.unknownLeads}
                onChange={(unknownLeads) => onChange({ ...mapping, unknownLeads })}
              />
            ),
          })}
      </p>
    </div>
  );
}
