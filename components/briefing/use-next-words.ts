import { useLocale, useTranslations } from "next-intl";
import type { Deadline, NextAct } from "#lib/briefing/next-act.ts";
import type { Topic } from "#lib/briefing/recall.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { useWhen } from "./use-when.ts";

/** The next act in the reader's language; `today` is an epoch day. */
export function useNextWords(today: number) {
  const t = useTranslations("briefing.next");
  const times = useTranslations("briefing");
  const locale = useLocale();
  const { time, dayOf } = useWhen(today);

  function sayNext({ channel, deadline, topic, callsInVain }: NextAct): string {
    if (deadline === null) return t("noHurry");
    if (channel === "none") return t("none");
    const about = topic ? t("about", { topic: sayTopic(topic) }) : "";
    if (channel === "call") return t("call", { when: sayDeadline(deadline, "deadline"), topic: about });
    const when = sayDeadline(deadline, "mailDeadline");
    if (callsInVain === 0) return t("email", { when, topic: about });
    return t("emailInVain", { when, topic: about, times: times("times", { count: callsInVain }) });
  }
  function sayTopic({ act, title }: Topic): string {
    const topic = t(`topics.${act}`);
    return title === null ? topic : t("titled", { topic, title });
  }
  function sayDeadline(deadline: Deadline, of: "deadline" | "mailDeadline"): string {
    switch (deadline.kind) {
      case "clock": {
        const clock = time(deadline.at);
        const day = dayOf(deadline.at);
        if (day === today) return t(`${of}.clock`, { time: clock });
        return t(`${of}.clockDay`, { time: clock, day: formatDay(day, { locale, style: "full" }) });
      }
      case "follow_up":
        return deadline.minute === null
          ? t(`${of}.follow_up`)
          : t(`${of}.followUpAt`, { time: clockOf(deadline.minute) });
      case "now":
      case "today":
        return t(`${of}.${deadline.kind}`);
    }
  }
  return { sayNext };
}

function clockOf(minute: number): string {
  const two = (of: number) => String(of).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
