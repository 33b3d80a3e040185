import { useLocale, useTranslations } from "next-intl";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import type { Rush, Statement } from "#lib/briefing/statement.ts";
import { localized } from "#lib/i18n/locales.ts";
import { useWhen } from "./use-when.ts";

type ActStatement = Extract<Statement, { kind: "act" }>;

/** Hours that people count in days. */
const DAYS_FROM_HOURS = 72;

/** Sentences of a briefing in the reader's language; `today` is an epoch day. */
export function useStatementWords(today: number) {
  const t = useTranslations("briefing");
  const locale = useLocale();
  const { when } = useWhen(today);

  function say(statement: Statement): string {
    switch (statement.kind) {
      case "act":
        return sayAct(statement);
      case "labelled": {
        const [newest] = statement.events;
        const parts = { label: localized(statement.label, locale), when: newest ? when(newest.at) : "" };
        if (statement.times > 1) return t("labelled.many", { ...parts, times: t("times", { count: statement.times }) });
        return newest?.title ? t("labelled.titled", { ...parts, title: newest.title }) : t("labelled.once", parts);
      }
      case "silent": {
        const [last] = statement.events;
        const form = `${statement.isEverything ? "everything" : "label"}${last ? "Since" : ""}` as const;
        const parts = { label: localized(statement.label, locale), days: statement.days };
        return t(`silent.${form}`, { ...parts, when: last ? when(last.at) : "" });
      }
      case "adjusted": {
        const points = formatCentipoints(statement.centipoints, locale);
        const signed = statement.centipoints > 0 ? `+${points}` : points;
        return t("adjusted", { points: signed, reason: statement.reason });
      }
    }
  }

  function sayAct({ act, events, count, rush }: ActStatement): string {
    const [newest] = events;
    if (!newest) throw new Error("No sentence without ground.");
    const titles = t.has(`acts.${act}.titled`) ? [...new Set(events.flatMap(({ title }) => title ?? []))] : [];
    const isEachTitled = titles.length > 0 && count === events.length && events.every(({ title }) => title !== null);
    const [title = "", other = ""] = titles;
    const times = t("times", { count });
    const parts = { when: when(newest.at), times, title, other, within: sayRush(rush, count) };
    return t(`acts.${act}.${formOf()}`, parts);

    function formOf() {
      if (count === 1) return isEachTitled ? "titled" : "once";
      if (isEachTitled && titles.length === 1) return "same";
      if (isEachTitled && titles.length === 2 && rush === null) return "two";
      return titles.length > 0 && newest?.title === title ? "manyTitled" : "many";
    }
  }

  function sayRush(rush: Rush | null, count: number): string {
    if (rush === null) return "";
    const isDays = rush.hours >= DAYS_FROM_HOURS && rush.hours % 24 === 0;
    const span = isDays ? t("days", { count: rush.hours / 24 }) : t("hours", { count: rush.hours });
    if (rush.times >= count) return t("within.all", { span });
    return t("within.part", { span, count: rush.times });
  }

  return { say };
}
