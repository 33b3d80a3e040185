"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { OwnerSelect } from "#components/leads/sentence-filters.tsx";
import { ANY, type FilterOptions, useFilterChoices } from "#components/leads/use-filter-choices.ts";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { localized } from "#lib/i18n/locales.ts";
import type { PublishedVersion } from "#lib/performance/published-version.ts";
import { PERIODS, performanceParams, WINDOWS } from "./performance-params.ts";

type Props = {
  options: FilterOptions & { readonly cells: readonly string[]; readonly versions: readonly PublishedVersion[] };
  /** The organisation's own outcome window in days. */
  usualWindow: number;
};

/** Which leads the page counts, as a sentence whose words can be changed. They stand in the address. */
export function FilterSentence({ options, usualWindow }: Props) {
  const t = useTranslations("performance");
  const words = useTranslations("leads.filter");
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(performanceParams, { history: "push", shallow: false, startTransition });
  const choices = useFilterChoices(options, null);
  const windows = [...new Set([...WINDOWS, usualWindow, ...(params.window ? [params.window] : [])])].sort(
    (a, b) => a - b,
  );
  const versionNames = options.versions.map(({ versionId, name, number }) => ({
    value: String(versionId),
    label: t("version.name", { name: localized(name, locale), number }),
  }));
  return (
    <p className={`type-prose text-ink-2 ${isPending ? "opacity-60" : ""}`} aria-busy={isPending}>
      {t.rich("sentence", {
        period: () => (
          <SentenceSelect
            label={t("period.label")}
            choices={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
            value={params.period}
            onChange={(period) => setParams({ period })}
          />
        ),
        country: (mark) => (
          <TextSelect
            mark={mark}
            label={words("country")}
            choices={choices.countries}
            value={params.country}
            onChange={(country) => setParams({ country })}
          />
        ),
        source: (mark) => (
          <TextSelect
            mark={mark}
            label={words("source")}
            choices={choices.sources}
            value={params.source}
            onChange={(source) => setParams({ source })}
          />
        ),
        owner: (mark) => (
          <OwnerSelect
            mark={mark}
            label={words("owner")}
            owners={options.owners}
            me={null}
            value={params.owner}
            onChange={(owner) => setParams({ owner })}
          />
        ),
        cell: (mark) => (
          <TextSelect
            mark={mark}
            label={t("cell.label")}
            choices={[
              { value: ANY, label: words("anyCell") },
              ...options.cells.map((cell) => ({ value: cell, label: cell })),
            ]}
            value={params.cell}
            onChange={(cell) => setParams({ cell })}
          />
        ),
        version: (mark) => (
          <TextSelect
            mark={mark}
            label={t("version.label")}
            choices={[{ value: ANY, label: t("version.any") }, ...versionNames]}
            value={params.version === null ? null : String(params.version)}
            onChange={(version) => setParams({ version: version === null ? null : Number(version) })}
          />
        ),
        window: () => (
          <SentenceSelect
            label={t("window.label")}
            choices={windows.map((value) => ({ value, label: t("window.days", { days: value }) }))}
            value={params.window ?? usualWindow}
            onChange={(window) => setParams({ window: window === usualWindow ? null : window })}
          />
        ),
      })}
    </p>
  );
}

type TextProps = {
  mark: ReactNode;
  label: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A value that may also be any; one that the address has and no open lead is a choice as well. */
function TextSelect({ mark, label, choices, value, onChange }: TextProps) {
  const isKnown = value === null || choices.some((choice) => choice.value === value);
  return (
    <SentenceSelect
      mark={mark}
      label={label}
      choices={isKnown ? choices : [...choices, { value, label: value }]}
      value={value ?? ANY}
      onChange={(chosen) => onChange(chosen === ANY ? null : chosen)}
    />
  );
}
