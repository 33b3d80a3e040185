import { useFormatter, useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import { formatNumber } from "#lib/i18n/number-text.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { asOneQuestion, partsOf, type Scalar, valuesOf } from "#lib/model/condition-edit.ts";
import type { Condition, FieldTest } from "#lib/scoring/condition.ts";
import type { Label, Play, Selector } from "#lib/scoring/definition.ts";

/** Longer lists of values end in "or 12 more". */
const SHOWN_VALUES = 4;

export type ModelWords = ReturnType<typeof useModelWords>;

/** What a definition says, in the reader's language. */
export function useModelWords(catalogue: ModelCatalogue) {
  const t = useTranslations("model");
  const fields = useTranslations("fields");
  const shell = useTranslations("shell");
  const format = useFormatter();
  const locale = useLocale();

  function label(text: Label): string {
    return localized(text, locale);
  }
  function number(value: number): string {
    return formatNumber(value, locale);
  }
  function field(key: string): string {
    const known = catalogue.fields.find((each) => each.key === key);
    if (known?.label) return label(known.label);
    return known && fields.has(key) ? fields(key) : key;
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

  /** A condition as a phrase; properties of events are shown by their own name. */
  function condition(asked: Condition, isProperty = false): string {
    const alike = asOneQuestion(asked);
    if (alike) return test(alike.test, alike.values, isProperty);
    if ("not" in asked) {
      if ("op" in asked.not && asked.not.op === "is_set") return t("condition.is_not_set", { field: name(asked.not) });
      return t("condition.not", { condition: condition(asked.not, isProperty) });
    }
    const parts = partsOf(asked);
    if (!parts) return "op" in asked ? test(asked, valuesOf(asked), isProperty) : "";
    const words = parts.map((part) =>
      partsOf(part) ? `(${condition(part, isProperty)})` : condition(part, isProperty),
    );
    return words.join(` ${t("any" in asked ? "condition.or" : "condition.and")} `);

    function name(inner: FieldTest): string {
      return isProperty ? inner.field : field(inner.field);
    }
  }

  function test(asked: FieldTest, values: readonly Scalar[], isProperty: boolean): string {
    const subject = { field: isProperty ? asked.field : field(asked.field) };
    switch (asked.op) {
      case "between":
        return t("condition.between", { ...subject, from: number(asked.from), to: number(asked.to) });
      case "is_set":
        return t("condition.is_set", subject);
      case "older_than":
      case "newer_than":
      case "due_within":
        return t(`condition.${asked.op}`, { ...subject, days: asked.days });
      case "equals":
      case "in":
        if (asked.op === "equals" && typeof asked.value === "boolean")
          return t(asked.value ? "condition.is_true" : "condition.is_false", subject);
        return t("condition.equals", { ...subject, value: list(values) });
      default:
        return t(`condition.${asked.op}`, { ...subject, value: list(values) });
    }
  }

  function list(values: readonly Scalar[]): string {
    const words = values.slice(0, SHOWN_VALUES).map(value);
    const rest = values.length - words.length;
    return format.list(rest > 0 ? [...words, t("condition.more", { count: rest })] : words, { type: "disjunction" });
  }

  function value(given: Scalar): string {
    if (typeof given === "boolean") return t(given ? "yes" : "no");
    return typeof given === "number" ? number(given) : given;
  }

  function selector({ types, where }: Selector): string {
    const events = types === "any" ? t("events.any") : format.list(types.map(eventType), { type: "disjunction" });
    return where ? t("events.where", { events, condition: condition(where, true) }) : events;
  }

  /** "published 25", where a value differs; undefined where it does not. */
  function published(before: number | null, now: number | null): string | undefined {
    if (before === now) return undefined;
    return t("wasPublished", { value: before === null ? t("nothing") : number(before) });
  }
  function words(list: readonly string[]): string {
    return format.list(list, { type: "conjunction" });
  }

  return {
    t,
    locale,
    label,
    number,
    field,
    temperature,
    action,
    duration,
    stage,
    eventType,
    condition,
    selector,
    published,
    words,
  };
}
