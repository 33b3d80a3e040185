"use client";

import { useTranslations } from "next-intl";
import type { ClockBoard as Board } from "#lib/sla/board.ts";
import { phaseOf } from "#lib/sla/clock.ts";
import { ClockBoardRow } from "./clock-board-row.tsx";
import { useDuration } from "./use-duration.ts";
import { useNow } from "./use-now.ts";

/** Often enough for a heading that counts what is late. */
const COUNT_EVERY_MS = 5_000;

type Props = { board: Board; readAt: number };

/** For who leads the team: what runs, what is late, and whom to give it to. */
export function ClockBoard({ board, readAt }: Props) {
  const t = useTranslations("clocks.board");
  const at = useNow(readAt, COUNT_EVERY_MS);
  const late = board.running.filter(({ clock }) => phaseOf(clock, at) === "late").length;
  const { minutes } = useDuration();
  const { met, missed, medianDelays } = board.today;
  const { system, human } = medianDelays;
  return (
    <section aria-labelledby="clock-board" className="mt-2 mb-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 border-rule-3 border-b pb-1">
        <h2 id="clock-board" className="type-title">
          {late > 0 ? t("late", { count: late }) : t(board.runningTotal > 0 ? "calm" : "none")}
        </h2>
        {met + missed > 0 && (
          <p className="text-ink-2 text-small">
            {t("today", { met, missed })}
            {system !== null && human !== null && ` ${t("delays", { system: minutes(system), human: minutes(human) })}`}
          </p>
        )}
      </div>
      <ul>
        {board.running.map((watched) => (
          <ClockBoardRow key={watched.clock.id} watched={watched} reps={board.reps} readAt={readAt} />
        ))}
      </ul>
      {board.runningTotal > board.running.length && (
        <p className="pt-1 text-ink-3 text-small">{t("more", { count: board.runningTotal - board.running.length })}</p>
      )}
    </section>
  );
}
