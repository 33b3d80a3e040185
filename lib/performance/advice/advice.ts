import type { Auc } from "#lib/evaluation/auc.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { Z } from "#lib/evaluation/proportion.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { SlowRep } from "../first-touch.ts";
import type { OrderVerdict } from "../truth/order.ts";

/** A criterion of a model in force. */
export type NamedCriterion = { readonly modelId: number; readonly key: string; readonly label: Label };

/** What the figures say should change, each with the numbers that say so. */
export type Advice = { readonly weight: number } & (
  | {
      readonly kind: "order_low";
      readonly verdict: Exclude<OrderVerdict, "few" | "holds">;
      readonly order: Auc;
      readonly limit: number;
      readonly leads: number;
    }
  | { readonly kind: "rejected_often"; readonly rejected: Proportion }
  | { readonly kind: "too_broad"; readonly above: Proportion; readonly base: Proportion }
  | { readonly kind: "threshold_high"; readonly below: Proportion }
  | { readonly kind: "high_never_sql"; readonly high: Proportion; readonly all: Proportion }
  | {
      readonly kind: "noise";
      readonly criterion: NamedCriterion;
      readonly points: number;
      readonly matched: Proportion;
      readonly others: Proportion;
      readonly lift: { readonly ratio: number; readonly low: number; readonly high: number };
    }
  | {
      readonly kind: "reason_explained";
      readonly criterion: NamedCriterion;
      readonly reason: RejectionReason;
      readonly share: Proportion;
      readonly usually: number;
    }
  | {
      readonly kind: "reason_grew";
      readonly reason: RejectionReason;
      readonly before: Proportion;
      readonly after: Proportion;
    }
  | { readonly kind: "inflation"; readonly above: Halves; readonly wonAbove: Halves }
  | {
      readonly kind: "late_part";
      readonly weekday: number;
      readonly isMorning: boolean;
      readonly late: Proportion;
      readonly others: Proportion;
    }
  | ({ readonly kind: "slow_rep" } & SlowRep)
  | { readonly kind: "waiting_costs"; readonly quick: Proportion; readonly slow: Proportion }
  | {
      readonly kind: "weak_source";
      readonly source: string | null;
      readonly rate: Proportion;
      readonly base: Proportion;
    }
);

export type Halves = { readonly before: Proportion; readonly after: Proportion };
export type AdviceKind = Advice["kind"];

/** What a rule says: advice, or `few` where it cannot say; nothing where all is well. */
export type Said = readonly Advice[] | "few";

/** By how many standard errors a share lies above a bound: how sure it is that it does. */
export function errorsAbove({ rate, low, high }: Proportion, bound: number): number {
  const error = (high - low) / (2 * Z);
  return rate === null || error === 0 ? 0 : (rate - bound) / error;
}
