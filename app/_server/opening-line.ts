import { createTranslator } from "next-intl";
import type { Opening } from "#lib/briefing/opening.ts";
import type { Clause } from "#lib/briefing/recall.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };

const WEEK_DAYS = 7;
/** Made once: a translator reads each of its messages the first time that it is said. */
const TRANSLATORS = {
  nl: createTranslator({ locale: "nl", messages: { opening: nl.opening }, namespace: "opening" }),
  en: createTranslator({ locale: "en", messages: { opening: en.opening }, namespace: "opening" }),
};

/** The first words of a call in the lead's language, or in the reader's where the lead's is unknown. */
export function sayOpening(opening: Opening, reader: Locale): string {
  const { language, company } = opening;
  const locale = language ?? reader;
  const t = TRANSLATORS[locale];
  const to = company === null ? "plain" : "company";
  if (opening.kind === "talk") {
    const { day, daysAgo } = opening;
    const style = daysAgo < WEEK_DAYS ? "weekday" : "long";
    const parts = { daysAgo, day: formatDay(day, { locale, style, today: day + daysAgo }), company: company ?? "" };
    return `${t(daysAgo < WEEK_DAYS ? "talkLately" : "talk", parts)} ${t(`afterTalk.${to}`, parts)}`;
  }
  const { clauses, isSequence, topic } = opening;
  const [first, second] = clauses;
  if (!first) throw new Error("An opening rests on something that the lead did.");
  const order = isSequence ? "then" : "also";
  const told = second
    ? t(order, { first: sayClause(first, first.age), second: sayClause(second, order) })
    : t("one", { first: sayClause(first, first.age) });
  return `${told} ${t(`questions.${topic.act}.${to}`, { company: company ?? "" })}`;

  function sayClause({ act, title, day }: Clause, kind: Clause["age"] | "then" | "also"): string {
    // "12 januari" without its number.
    const month = formatDay(day, { locale, style: "long" }).replace(/^\d+ /, "");
    const slot = t("slot", { kind, month });
    return t(`clauses.${act}.${title === null ? "plain" : "titled"}`, { slot, title: title ?? "" });
  }
}
