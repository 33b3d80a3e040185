"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import type { FilterParams } from "#lib/leads/list-params.ts";
import { ANY, type FilterOptions, useFilterChoices } from "./use-filter-choices.ts";

type Props = {
  filter: FilterParams;
  options: FilterOptions;
  me: number | null;
  onChange: (change: Partial<FilterParams>) => void;
};

type Slot = (mark: ReactNode) => ReactNode;

/** The words of the filter sentence that can be changed, as tags for `t.rich`. */
export function useFilterWords({
  filter,
  options,
  me,
  onChange,
}: Props): Record<"country" | "source" | "owner" | "stage", Slot> {
  const t = useTranslations("leads.filter");
  const choices = useFilterChoices(options, me);
  const orNull = (value: string) => (value === ANY ? null : value);
  return {
    country: (mark) => (
      <SentenceSelect
        mark={mark}
        label={t("country")}
        choices={withChosen(choices.countries, filter.country)}
        value={filter.country ?? ANY}
        onChange={(value) => onChange({ country: orNull(value) })}
      />
    ),
    source: (mark) => (
      <SentenceSelect
        mark={mark}
        label={t("source")}
        choices={withChosen(choices.sources, filter.source)}
        value={filter.source ?? ANY}
        onChange={(value) => onChange({ source: orNull(value) })}
      />
    ),
    owner: (mark) => (
      <SentenceSelect
        mark={mark}
        label={t("owner")}
        choices={choices.owners}
        value={filter.owner === null ? ANY : String(filter.owner)}
        onChange={(value) => onChange({ owner: value === ANY ? null : value === "none" ? "none" : Number(value) })}
      />
    ),
    stage: (mark) => (
      <SentenceSelect
        mark={mark}
        label={t("stage")}
        choices={choices.stages}
        value={filter.stage}
        onChange={(stage) => onChange({ stage })}
      />
    ),
  };
}

/** A value from the address that no open lead has can still be seen and left. */
function withChosen<Choice extends { value: string; label: string }>(choices: Choice[], chosen: string | null) {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: chosen }];
}
