import { createTranslator } from "next-intl";
import type { Clause, Opening } from "#lib/briefing/opening.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };

const CATALOGUES = { nl: { opening: nl.opening }, en: { opening: en.opening } };

/** The first words of a call in the lead's language, or in the reader's where the lead's is unknown. */
export function sayOpening({ language, clauses, isSequence, topic, company }: Opening, reader: Locale): string {
  const locale = language ?? reader;
  const t = createTranslator({ locale, messages: CATALOGUES[locale], namespace: "opening" });
  const [first, second] = clauses;
  if (!first) throw new Error("An opening rests on something that the lead did.");
  const order = isSequence ? "then" : "also";
  const told = second
    ? t(order, { first: sayClause(first, first.age), second: sayClause(second, order) })
    : t("one", { first: sayClause(first, first.age) });
  const question = t(`questions.${topic.act}.${company === null ? "plain" : "company"}`, { company: company ?? "" });
  return `${told} ${question}`;

  function sayClause({ act, title, day }: Clause, kind: Clause["age"] | "then" | "also"): string {
    // "12 januari" without its number.
    const month = formatDay(day, { locale, style: "long" }).replace(/^\d+ /, "");
    const slot = t("slot", { kind, month });
    return t(`clauses.${act}.${title === null ? "plain" : "titled"}`, { slot, title: title ?? "" });
  }
}
