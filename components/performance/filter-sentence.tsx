"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { countryName } from "#components/leads/country-name.ts";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { PERIODS, performanceParams, WINDOWS } from "./performance-params.ts";

type Props = {
  countries: readonly { readonly value: string; readonly leads: number }[];
  /** The organisation's own outcome window in days. */
  usualWindow: number;
};

/** Stands for "no condition"; a country of this name would be an odd one. */
const ANY = "\u0000any";

/** Which leads the page counts, as a sentence whose words can be changed. They stand in the address. */
export function FilterSentence({ countries, usualWindow }: Props) {
  const t = useTranslations("performance");
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(performanceParams, { shallow: false, startTransition });
  const known = countries.map(({ value, leads }) => ({
    value,
    label: countryName(value, locale),
    detail: leads.toLocaleString(locale),
  }));
  const chosen = params.country;
  const windows = [...new Set([...WINDOWS, usualWindow, ...(params.window ? [params.window] : [])])].sort(
    (a, b) => a - b,
  );
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
          <SentenceSelect
            mark={mark}
            label={t("country.label")}
            choices={[
              { value: ANY, label: t("country.any") },
              ...known,
              ...(chosen && !known.some(({ value }) => value === chosen)
                ? [{ value: chosen, label: countryName(chosen, locale) }]
                : []),
              { value: "", label: t("country.none") },
            ]}
            value={chosen ?? ANY}
            onChange={(country) => setParams({ country: country === ANY ? null : country })}
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
