"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RunningClock } from "#lib/sla/clock.ts";
import { timeLeftOf } from "#lib/sla/time-left.ts";
import { useDuration } from "./use-duration.ts";
import { useNow } from "./use-now.ts";
import { useSoon } from "./use-soon.ts";

/** Beyond it a night lies between, which is no time to call in. */
const WITHIN_A_DAY_HOURS = 10;

type Props = {
  clock: RunningClock;
  /** The server's time when the clock was read. */
  readAt: number;
};

/** How long there is to call: it counts down, and says by how much it is too late. */
export function ClockTime({ clock, readAt }: Props) {
  const t = useTranslations("clocks");
  const { minutes, hoursMinutes } = useDuration();
  const soon = useSoon(readAt);
  const left = timeLeftOf(clock, useNow(readAt));
  const of = t("of", { time: minutes(clock.slaMinutes) });
  switch (left.kind) {
    case "late":
      return <Late by={t("over", { time: hoursMinutes(left) })} />;
    case "long_late":
      return <Late by={t("since", { when: soon(clock.dueAt, { isShort: true }) })} />;
    case "waiting":
      return <Two first={soon(clock.startedAt)} second={t("waiting", { time: minutes(clock.slaMinutes) })} />;
    case "due":
      return (
        <Two
          first={soon(clock.dueAt)}
          second={left.hours < WITHIN_A_DAY_HOURS ? t("left", { time: hoursMinutes(left) }) : of}
        />
      );
    case "soon":
      return (
        <Two
          first={
            <>
              {left.minutes}:{String(left.seconds).padStart(2, "0")}
              <span aria-hidden="true" className="absolute bottom-0 left-0 h-0.5 w-20 max-w-full bg-rule-2">
                <span className="block h-full bg-ink" style={{ width: `${100 - left.share * 100}%` }} />
              </span>
            </>
          }
          second={of}
        />
      );
  }
}

function Late({ by }: { by: string }) {
  return (
    <>
      <span className="block truncate">
        <b className="rounded-xs bg-hot px-1.5 font-semibold text-paper">{useTranslations("clocks")("late")}</b>
      </span>
      <span className="row-second text-hot!">{by}</span>
    </>
  );
}

function Two({ first, second }: { first: ReactNode; second: string }) {
  return (
    <>
      <span className="narrow relative block truncate font-semibold">{first}</span>
      <span className="row-second">{second}</span>
    </>
  );
}
