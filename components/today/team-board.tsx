import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useNow } from "#components/clocks/use-now.ts";
import { listAddress } from "#components/leads/fetch-leads.ts";
import { byNeed, shareOfDay, type TeamDay } from "#lib/call-list/team-day.ts";
import { TeamBoardRow } from "./team-board-row.tsx";
import type { Words } from "./use-words.ts";

/** Often enough for a share of a day. */
const SHARE_EVERY_MS = 60_000;

type Props = { team: TeamDay; readAt: number; words: Words };

/** For who leads the team: whose list is untouched, who is behind, and what waits for nobody. */
export function TeamBoard({ team, readAt, words }: Props) {
  const t = useTranslations("today.team");
  const headingId = useId();
  const share = shareOfDay(team.openings, useNow(readAt, SHARE_EVERY_MS));
  const all = byNeed(team.reps, share);
  const first = all[0];
  const progress = first?.progress ?? "none";
  const count = all.filter((each) => each.progress === progress).length;
  const { leads, since } = team.waiting;
  const link = (chunks: ReactNode) => (
    <Link
      href={listAddress("/leads", { owner: "none", stage: "marketing_qualified" })}
      className="font-semibold underline underline-offset-4"
    >
      {chunks}
    </Link>
  );
  return (
    <section aria-labelledby={headingId} className="mt-2 mb-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 border-rule-3 border-b pb-1">
        <h2 id={headingId} className="type-title">
          {t(progress, { count, name: first?.rep.name ?? "" })}
        </h2>
        {all.length > 0 && (
          <p className="text-ink-3 text-small">{t("counted", { percent: Math.floor(share * 100) })}</p>
        )}
      </div>
      <ul>
        {all.map(({ rep, progress: own }) => (
          <TeamBoardRow key={rep.userId} rep={rep} progress={own} share={share} words={words} />
        ))}
      </ul>
      <p className={leads > 0 ? "pt-1.5" : "pt-1.5 text-ink-3"}>
        {leads > 0 && since !== null
          ? t.rich("waiting", { count: leads, since: words.when(since), link })
          : t("nobodyWaits")}
      </p>
    </section>
  );
}
