import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Progress, RepDay } from "#lib/call-list/team-day.ts";
import type { Words } from "./use-words.ts";

type Props = {
  rep: RepDay;
  progress: Progress;
  /** Of the working day that has passed. */
  share: number;
  words: Words;
};

const NEEDS_A_WORD: readonly Progress[] = ["untouched", "behind"];

/** How far one of the team is; the mark on the line is where an even day would be by now. */
export function TeamBoardRow({ rep, progress, share, words }: Props) {
  const t = useTranslations("today.team");
  const { userId, name, done, left, lastAt, lateClocks } = rep;
  const total = done + left;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-rule border-b py-1 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_72px_104px_minmax(0,1fr)]">
      <Link
        href={`/today?rep=${userId}`}
        className="flex min-h-6 items-center truncate font-semibold underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {name}
      </Link>
      <span aria-hidden="true" className="max-sm:hidden">
        {total > 0 && (
          <span className="relative block h-[5px] bg-rule">
            <span className="block h-full bg-ink" style={{ width: `${(100 * done) / total}%` }} />
            <span className="absolute -top-[3px] h-[11px] w-px bg-ink-3" style={{ left: `${100 * share}%` }} />
          </span>
        )}
      </span>
      <span className="text-right">{total > 0 && t("doneOf", { done, total })}</span>
      <span className={NEEDS_A_WORD.includes(progress) ? "font-semibold" : "text-ink-3"}>{t(`state.${progress}`)}</span>
      <span className="truncate text-right text-ink-3 text-small">
        {lateClocks > 0 && <b className="font-semibold text-hot">{t("late", { count: lateClocks })}</b>}
        {lateClocks > 0 && lastAt !== null && ", "}
        {lastAt !== null && t("last", { time: words.time(lastAt) })}
      </span>
    </li>
  );
}
