import { differs, type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import { ratesDiffer, type WeeklyRate, weeklyRate } from "#lib/evaluation/rate.ts";

const DAY_MS = 86_400_000;
/** What is compared lies at most so far from the publishing: twelve weeks. */
const LONGEST_DAYS = 84;
/** A week is the shortest span in which every weekday counts once. */
export const SHORTEST_DAYS = 7;
/** Within so many days an answer of sales counts: leads handed over lately are then not held to be unanswered. A month, since some are called for weeks. */
export const ANSWER_DAYS = 30;
/** Fewer than this say nothing. */
const FEWEST = 10;

/** Instants as epoch milliseconds: from `from` to `middle` is before, to `until` after. */
export type Span = { readonly from: number; readonly middle: number; readonly until: number };

/** What happened in one half of a span. */
export type HandOvers = {
  /** Leads that became MQL, without those that a publish or a return moved. */
  readonly qualified: number;
  /** Leads handed over that sales has had its days to answer, and what it answered. */
  readonly handedOver: number;
  readonly accepted: number;
  readonly rejected: number;
};

export type Verdict = "few" | "chance" | "more" | "less";
export type Compared<T> = { readonly before: T; readonly after: T; readonly verdict: Verdict };

export type EffectSince = {
  readonly daysBefore: number;
  readonly days: number;
  readonly qualified: Compared<WeeklyRate>;
  readonly accepted: Compared<Proportion>;
  readonly rejected: Compared<Proportion>;
};

type Lives = {
  readonly publishedAt: number;
  /** When the next version was published; null while there is none. */
  readonly endedAt: number | null;
  /** When the model's first lead was handed over. */
  readonly firstAt: number;
  readonly now: number;
};

/** What to compare: as long before a version was published as it held, at most twelve weeks, as far as anything is known. */
export function spanOf({ publishedAt, endedAt, firstAt, now }: Lives): Span {
  const until = Math.min(endedAt ?? now, publishedAt + LONGEST_DAYS * DAY_MS);
  const from = Math.max(firstAt, publishedAt - (until - publishedAt));
  return { from: Math.min(from, publishedAt), middle: publishedAt, until };
}

/** Why there is nothing to compare; null where there is. */
export function whyNot({ from, middle, until }: Span): "young" | "no_before" | null {
  if (until - middle < SHORTEST_DAYS * DAY_MS) return "young";
  return middle - from < SHORTEST_DAYS * DAY_MS ? "no_before" : null;
}

/** What came of leads since a version was published, against before. */
export function effectSince(span: Span, before: HandOvers, after: HandOvers): EffectSince {
  const daysBefore = (span.middle - span.from) / DAY_MS;
  const days = (span.until - span.middle) / DAY_MS;
  const rates = [
    weeklyRate({ count: before.qualified, days: daysBefore }),
    weeklyRate({ count: after.qualified, days }),
  ] as const;
  return {
    daysBefore: Math.round(daysBefore),
    days: Math.round(days),
    qualified: {
      before: rates[0],
      after: rates[1],
      verdict: judge({
        isFew: before.qualified + after.qualified < FEWEST,
        differs: ratesDiffer(...rates),
        rises: rates[1].perWeek > rates[0].perWeek,
      }),
    },
    accepted: compareShares(before, after, "accepted"),
    rejected: compareShares(before, after, "rejected"),
  };
}

function compareShares(before: HandOvers, after: HandOvers, answer: "accepted" | "rejected"): Compared<Proportion> {
  const one = proportion({ made: before[answer], of: before.handedOver });
  const other = proportion({ made: after[answer], of: after.handedOver });
  const isFew = one.of < FEWEST || other.of < FEWEST;
  const verdict = judge({ isFew, differs: differs(one, other), rises: (other.rate ?? 0) > (one.rate ?? 0) });
  return { before: one, after: other, verdict };
}

function judge({ isFew, differs: isSure, rises }: { isFew: boolean; differs: boolean; rises: boolean }): Verdict {
  if (isFew) return "few";
  if (!isSure) return "chance";
  return rises ? "more" : "less";
}
