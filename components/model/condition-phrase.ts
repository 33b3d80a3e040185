import type { useTranslations } from "next-intl";
import { asOneQuestion, partsOf, type SameQuestion, type Scalar, valuesOf } from "#lib/model/condition-edit.ts";
import type { Condition } from "#lib/scoring/condition.ts";

/** Longer lists of values end in "or 12 more". */
const SHOWN_VALUES = 4;

/** What a phrase is made of: the catalogue's `model`, and how names, numbers and alternatives are said. */
export type PhraseWords = {
  readonly t: ReturnType<typeof useTranslations>;
  readonly field: (key: string) => string;
  readonly number: (value: number) => string;
  readonly anyOf: (words: readonly string[]) => string;
};

/** A condition as a phrase. */
export function conditionPhrase(asked: Condition, words: PhraseWords): string {
  const { t } = words;
  const alike = asOneQuestion(asked);
  if (alike) return questionPhrase(alike, words);
  if ("not" in asked) {
    const { not } = asked;
    if ("op" in not && not.op === "is_set") return t("condition.is_not_set", { field: words.field(not.field) });
    return t("condition.not", { condition: conditionPhrase(not, words) });
  }
  if ("op" in asked) return questionPhrase({ test: asked, values: valuesOf(asked) }, words);
  const phrases = (partsOf(asked) ?? []).map((part) => {
    const phrase = conditionPhrase(part, words);
    return partsOf(part) ? `(${phrase})` : phrase;
  });
  return phrases.join(` ${t("any" in asked ? "condition.or" : "condition.and")} `);
}

function questionPhrase({ test, values }: SameQuestion, words: PhraseWords): string {
  const { t, number } = words;
  const subject = { field: words.field(test.field) };
  switch (test.op) {
    case "between":
      return t("condition.between", { ...subject, from: number(test.from), to: number(test.to) });
    case "is_set":
      return t("condition.is_set", subject);
    case "older_than":
    case "newer_than":
    case "due_within":
      return t(`condition.${test.op}`, { ...subject, days: test.days });
    case "equals":
    case "in":
      if (test.op === "equals" && typeof test.value === "boolean")
        return t(test.value ? "condition.is_true" : "condition.is_false", subject);
      return t("condition.equals", { ...subject, value: valuesPhrase(values, words) });
    default:
      return t(`condition.${test.op}`, { ...subject, value: valuesPhrase(values, words) });
  }
}

function valuesPhrase(values: readonly Scalar[], { t, number, anyOf }: PhraseWords): string {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return typeof value === "number" ? number(value) : value;
  });
  const rest = values.length - shown.length;
  return anyOf(rest > 0 ? [...shown, t("condition.more", { count: rest })] : shown);
}
