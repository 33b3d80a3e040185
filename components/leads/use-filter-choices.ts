import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { SentenceChoice } from "#components/ui/sentence-select.tsx";
import { STAGE_FILTERS, type StageFilter } from "#lib/leads/filter.ts";
import { countryName } from "./country-name.ts";

/** What the filters can be set to, as the page hands it over. */
export type FilterOptions = {
  readonly countries: readonly Counted[];
  readonly sources: readonly Counted[];
  readonly owners: readonly { readonly userId: number; readonly name: string }[];
};
type Counted = { readonly value: string; readonly leads: number };

/** Stands for "no condition"; a country or source of this name would be an odd one. */
export const ANY = "\u0000any";

/** The filters' alternatives in the reader's words. `me` is who reads, when that person can own leads. */
export function useFilterChoices(options: FilterOptions, me: number | null) {
  const t = useTranslations("leads.filter");
  const stages = useTranslations("shell.stage");
  const format = useFormatter();
  const locale = useLocale();
  const counted = (values: readonly Counted[], name: (value: string) => string): SentenceChoice<string>[] =>
    values.map(({ value, leads }) => ({ value, label: name(value), detail: format.number(leads) }));

  const countries: SentenceChoice<string>[] = [
    { value: ANY, label: t("anyCountry") },
    ...counted(options.countries, (value) => countryName(value, locale)),
    { value: "", label: t("noCountry") },
  ];
  const sources: SentenceChoice<string>[] = [
    { value: ANY, label: t("anySource") },
    ...counted(options.sources, (value) => value),
    { value: "", label: t("noSource") },
  ];
  const owners: SentenceChoice<string>[] = [
    { value: ANY, label: t("anyOwner") },
    ...(me !== null ? [{ value: String(me), label: t("me") }] : []),
    { value: "none", label: t("noOwner") },
    ...options.owners.flatMap(({ userId, name }) => (userId === me ? [] : [{ value: String(userId), label: name }])),
  ];
  const stageChoices: SentenceChoice<StageFilter>[] = STAGE_FILTERS.map((value) =>
    value === "open" || value === "any"
      ? { value, label: t(value) }
      : { value, label: stages(value), short: t("inStage", { stage: stages(value) }) },
  );
  return { countries, sources, owners, stages: stageChoices };
}
