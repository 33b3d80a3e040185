"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RunningClock } from "#lib/sla/clock.ts";
import { timeLeftOf } from "#lib/sla/time-left.ts";
import { useDuration } from "./use-duration.ts";
import { useNow } from "./use-now.ts";
import { useSoon } from "./use-soon.ts";

type Props = {
  clock: RunningClock;
  /** The server's time when the clock was read. */
  readAt: number;
};

/** How long there is to call, in one line beside the lead. */
export function ClockLine({ clock, readAt }: Props) {
  const t = useTranslations("clocks.line");
  const { minutes, hoursMinutes } = useDuration();
  const soon = useSoon(readAt);
  const left = timeLeftOf(clock, useNow(readAt));
  const allowed = minutes(clock.slaMinutes);
  const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>;
  switch (left.kind) {
    case "late":
      return <p className="text-hot">{t.rich("late", { b, time: hoursMinutes(left), allowed })}</p>;
    case "long_late":
      return <p className="text-hot">{t.rich("longLate", { b, when: soon(clock.dueAt), allowed })}</p>;
    case "waiting":
      return <p className="text-ink-2">{t.rich("waiting", { b, when: soon(clock.startedAt), allowed })}</p>;
    case "due":
      return <p className="text-ink-2">{t.rich("due", { b, when: soon(clock.dueAt), allowed })}</p>;
    case "soon": {
      const time = `${left.minutes}:${String(left.seconds).padStart(2, "0")}`;
      return <p className="text-ink-2">{t.rich("soon", { b, time, allowed })}</p>;
    }
  }
}
