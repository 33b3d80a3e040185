import { FEWEST_REJECTED, outstandingReason } from "#lib/backtest/outstanding-reason.ts";
import type { Auc } from "#lib/evaluation/auc.ts";
import { differs, proportion, Z } from "#lib/evaluation/proportion.ts";
import type { CriterionWorth, ModelWorth } from "../truth/criterion-worth.ts";
import type { HandOverAnswers } from "../truth/hand-over-answers.ts";
import type { Inflation } from "../truth/inflation.ts";
import { judgeOrder } from "../truth/order.ts";
import { FEWEST_WON } from "../truth/past-score.ts";
import type { Surprises } from "../truth/surprises.ts";
import type { Truth } from "../truth/truth.ts";
import { errorsAbove, type Said } from "./advice.ts";

/** Fewer hand-overs than this make no rate of them. */
const FEWEST_HANDED_OVER = 30;

/** An order below the limit of the organisation, or one that chance would give. */
export function adviseOnOrder(
  order: Auc | null,
  { limit, leads }: { readonly limit: number; readonly leads: number },
): Said {
  const verdict = judgeOrder(order, limit);
  if (order === null || verdict === "few") return "few";
  if (verdict === "holds") return [];
  const error = (order.high - order.low) / (2 * Z);
  // Where scores say nothing at all, nothing else that they say is worth reading first.
  const weight = verdict === "chance" ? Number.MAX_SAFE_INTEGER : error === 0 ? 0 : (limit - order.auc) / error;
  return [{ kind: "order_low", weight, verdict, order, limit, leads }];
}

/** The field's: sales gives back 20 to 30 % of a model that hands over the right ones. */
const MOST_REJECTED = 0.3;

/** More given back than that: the criteria let in too many. */
export function adviseOnRejections({ accepted, rejected: made }: HandOverAnswers): Said {
  const answered = accepted + made;
  if (answered < FEWEST_HANDED_OVER) return "few";
  const rejected = proportion({ made, of: answered });
  if (rejected.low <= MOST_REJECTED) return [];
  return [{ kind: "rejected_often", weight: errorsAbove(rejected, MOST_REJECTED), rejected }];
}

/** Who is beyond the line has to buy at least so many times as often as all, or it parts nobody. */
const LEAST_LIFT = 1.5;

/** High scores that do not convert: the line lets in too much. */
export function adviseOnBreadth({ above, base }: Pick<Truth, "above" | "base">): Said {
  if (base.rate === null || above.rate === null || base.made < FEWEST_WON || above.of < FEWEST_HANDED_OVER)
    return "few";
  const bound = LEAST_LIFT * base.rate;
  if (above.high >= bound) return [];
  return [{ kind: "too_broad", weight: -errorsAbove(above, bound), above, base }];
}

const MOST_MISSED = 0.5;

/** Most customers were never handed over by their score: the threshold is too high, where scores order at all. */
export function adviseOnThreshold({ order, surprises: { low } }: Pick<Truth, "order" | "surprises">): Said {
  const verdict = judgeOrder(order, 0);
  if (verdict === "few" || low.of < FEWEST_WON) return "few";
  if (verdict === "chance" || low.low <= MOST_MISSED) return [];
  return [{ kind: "threshold_high", weight: errorsAbove(low, MOST_MISSED), below: low }];
}

/** Fewer leads than this at 80 points or more say nothing of them. */
const FEWEST_HIGH = 10;

/** Leads at 80 points and more that become SQL no oftener than anybody: scored wrongly. */
export function adviseOnHighScores({ high, all }: Pick<Surprises, "high" | "all">): Said {
  if (high.of < FEWEST_HIGH || all.rate === null) return "few";
  if (high.made > 0 && high.high >= all.rate) return [];
  return [{ kind: "high_never_sql", weight: Math.abs(errorsAbove(high, all.rate)), high, all }];
}

/** A lift as small as this, or smaller, is not worth points. */
const LITTLE_LIFT = 1.2;
/** Where even the upper end of the interval stays below this, there was enough to see a lift worth having. */
const USEFUL_LIFT = 2;

/** Criteria that cost points and attention, and whose leads are won as often as any. */
export function adviseOnNoise({ modelId, isEnough, criteria }: ModelWorth): Said {
  if (!isEnough) return "few";
  return criteria.flatMap(({ key, label, points, matched, others, lift }) => {
    if (lift === null || points === 0 || !tellsNothing(points > 0 ? lift : inverse(lift))) return [];
    const error = (lift.high - lift.low) / (2 * Z);
    const room = points > 0 ? USEFUL_LIFT - lift.ratio : lift.ratio - 1 / USEFUL_LIFT;
    const weight = error === 0 ? 0 : room / error;
    return { kind: "noise", weight, criterion: { modelId, key, label }, points, matched, others, lift };
  });
}

type Lift = NonNullable<CriterionWorth["lift"]>;

function tellsNothing({ low, ratio, high }: Lift): boolean {
  return low <= 1 && ratio <= LITTLE_LIFT && high < USEFUL_LIFT;
}

/** What takes points has to press conversion down as what gives them has to lift it. */
function inverse({ low, ratio, high }: Lift): Lift {
  return { low: 1 / high, ratio: 1 / ratio, high: 1 / low };
}

/** Reasons for which sales gives back the leads of one criterion more often than others. */
export function adviseOnReasons({ modelId, criteria, rejections }: ModelWorth): Said {
  const rejected = Object.values(rejections).reduce((sum, count) => sum + count, 0);
  if (rejected < FEWEST_HANDED_OVER) return "few";
  return criteria.flatMap(({ key, label, points, rejections: own }) => {
    const found = points > 0 ? outstandingReason(own, rejections) : null;
    if (!found) return [];
    const { reason, usually, count } = found;
    const share = proportion({ made: own[reason] ?? 0, of: count });
    const criterion = { modelId, key, label };
    return { kind: "reason_explained", weight: errorsAbove(share, usually), criterion, reason, share, usually };
  });
}

/** Reasons that sales names oftener than a quarter before. */
export function adviseOnNewReasons({ reasons }: HandOverAnswers): Said {
  const total = (half: "before" | "after") => reasons.reduce((sum, counts) => sum + counts[half], 0);
  const [of, ofAfter] = [total("before"), total("after")];
  if (of < FEWEST_REJECTED || ofAfter < FEWEST_REJECTED) return "few";
  return reasons.flatMap(({ reason, ...counts }) => {
    const before = proportion({ made: counts.before, of });
    const after = proportion({ made: counts.after, of: ofAfter });
    if (!differs(before, after) || (after.rate ?? 0) <= (before.rate ?? 0)) return [];
    return { kind: "reason_grew", weight: errorsAbove(after, before.rate ?? 0), reason, before, after };
  });
}

/** More beyond the line of whom fewer are won. */
export function adviseOnInflation(inflation: Inflation | null): Said {
  if (inflation === null || inflation.kind === "few") return "few";
  const { kind, above, wonAbove } = inflation;
  if (kind !== "inflated" && kind !== "worth_less") return [];
  return [{ kind: "inflation", weight: -errorsAbove(wonAbove.after, wonAbove.before.rate ?? 0), above, wonAbove }];
}
