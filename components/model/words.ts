import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatDay } from "#lib/i18n/format-day.ts";
import { localized } from "#lib/i18n/locales.ts";
import { formatNumber } from "#lib/i18n/number-text.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import type { Criterion, Label, Play, Selector } from "#lib/scoring/definition.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { conditionPhrase } from "./condition-phrase.ts";

/** A day of no year that anything happens in, so that the year is always written. */
const NO_YEAR = 0;

export type ModelWords = ReturnType<typeof useModelWords>;

/** What a definition says, in the reader's language. The same object while language and catalogue are: rows are drawn anew only for what they show. */
export function useModelWords(catalogue: ModelCatalogue) {
  const t = useTranslations("model");
  const fields = useTranslations("fields");
  const shell = useTranslations("shell");
  const format = useFormatter();
  const locale = useLocale();
  return useMemo(
    () => makeWords({ t, fields, shell, format, locale, catalogue }),
    [t, fields, shell, format, locale, catalogue],
  );
}

type Means = {
  readonly t: ReturnType<typeof useTranslations<"model">>;
  readonly fields: ReturnType<typeof useTranslations<"fields">>;
  readonly shell: ReturnType<typeof useTranslations<"shell">>;
  readonly format: ReturnType<typeof useFormatter>;
  readonly locale: ReturnType<typeof useLocale>;
  readonly catalogue: ModelCatalogue;
};

function makeWords({ t, fields, shell, format, locale, catalogue }: Means) {
  /** A name that is being typed may be empty for a while. */
  function label(text: Label): string {
    return localized(text, locale).trim() || t("unnamed");
  }
  function number(value: number): string {
    return formatNumber(value, locale);
  }
  function field(key: string): string {
    const known = catalogue.fields.find((each) => each.key === key);
    if (known?.label) return label(known.label);
    return known && fields.has(key) ? fields(key) : key;
  }
  function knownValues(field: string): readonly string[] {
    return catalogue.knownValues?.[field] ?? [];
  }
  function temperature(of: Play["temperature"]): string {
    return shell(`temperature.${of}`);
  }
  function action(of: Play["action"]): string {
    return shell(`action.${of}`);
  }
  function duration(minutes: number): string {
    if (minutes % 1440 === 0) return t("duration.days", { count: minutes / 1440 });
    return minutes % 60 === 0
      ? t("duration.hours", { count: minutes / 60 })
      : t("duration.minutes", { count: minutes });
  }
  function stage(key: string): string {
    return shell.has(`stage.${key}`) ? shell(`stage.${key}`) : key;
  }
  function eventType(key: string): string {
    const known = catalogue.eventTypes.find((each) => each.key === key);
    return known ? label(known.label) : key;
  }
  function condition(asked: Condition): string {
    return conditionPhrase(asked, { t, field, number, anyOf });
  }
  /** Properties of events are shown by their own name. */
  function selector({ types, where }: Selector): string {
    const events = types === "any" ? t("events.any") : anyOf(types.map(eventType));
    if (!where) return events;
    const phrase = conditionPhrase(where, { t, field: (name) => name, number, anyOf });
    return t("events.where", { events, condition: phrase });
  }
  /** A day as fields of the definition hold it ("2026-03-12"); what is no day stays as it is. */
  function day(text: string): string {
    const day = parseEpochDay(text);
    return day === null ? text : formatDay(day, { locale, style: "long", today: NO_YEAR });
  }
  /** When a criterion counts. */
  function season(active: Criterion["active"]): string {
    const [from, until] = [active?.from ?? null, active?.until ?? null];
    if (from !== null && until !== null) return t("season.words", { from: day(from), until: day(until) });
    if (from !== null) return t("season.fromOnly", { from: day(from) });
    return until === null ? t("season.always") : t("season.untilOnly", { until: day(until) });
  }
  /** "published 25", where a value differs; undefined where it does not. */
  function published(before: number | null, now: number | null): string | undefined {
    if (before === now) return undefined;
    return t("wasPublished", { value: before === null ? t("nothing") : number(before) });
  }
  function allOf(list: readonly string[]): string {
    return format.list(list, { type: "conjunction" });
  }
  function anyOf(list: readonly string[]): string {
    return format.list(list, { type: "disjunction" });
  }

  return {
    t,
    locale,
    label,
    number,
    field,
    knownValues,
    temperature,
    action,
    duration,
    stage,
    eventType,
    condition,
    selector,
    day,
    season,
    published,
    allOf,
  };
}
