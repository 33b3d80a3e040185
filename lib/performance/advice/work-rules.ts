import { aucOf } from "#lib/evaluation/auc.ts";
import { levelsOf } from "#lib/evaluation/levels.ts";
import { Z } from "#lib/evaluation/proportion.ts";
import { type SlowRep, type SpanRate, slowRep, waitFinding, waiting, waitMinutes } from "../first-touch.ts";
import type { Journey } from "../journey.ts";
import { type SourceRates, sourceFinding } from "../sources.ts";
import { errorsAbove, type Said } from "./advice.ts";

/** Fewer first calls than this say nothing of who is slow. */
const FEWEST_TOUCHED = 20;

/** A rep whose leads wait far longer than others'. */
export function adviseOnReps(journeys: readonly Journey[]): Said {
  const touched = waiting(journeys)?.touched ?? 0;
  if (touched < FEWEST_TOUCHED) return "few";
  const slow = slowRep(journeys);
  return slow ? [{ kind: "slow_rep", ...slow, ...slowness(journeys, slow) }] : [];
}

/** How sure it is: the rank sum of the rep's waits among all, in standard errors. */
function slowness(
  journeys: readonly Journey[],
  { repId }: SlowRep,
): { readonly touched: number; readonly weight: number } {
  const minutes = (isTheirs: boolean) =>
    journeys.flatMap((journey) => ((journey.repId === repId) === isTheirs ? (waitMinutes(journey) ?? []) : []));
  const own = minutes(true);
  const order = aucOf(levelsOf({ positives: own, negatives: minutes(false) }));
  const error = order ? (order.high - order.low) / (2 * Z) : 0;
  return { touched: own.length, weight: order && error > 0 ? (order.auc - 0.5) / error : 0 };
}

/** What waiting costs. */
export function adviseOnWaiting(rates: readonly SpanRate[]): Said {
  const finding = waitFinding(rates);
  if (finding.kind !== "costs") return finding.kind === "few" ? "few" : [];
  const { quick, slow } = finding;
  return [{ kind: "waiting_costs", weight: errorsAbove(quick, slow.rate ?? 0), quick, slow }];
}

/** A source whose leads buy less than the others'. */
export function adviseOnSources(rates: SourceRates): Said {
  const { worst } = sourceFinding(rates);
  const { rate } = rates.base;
  if (rate === null) return "few";
  if (!worst) return [];
  const { source, ...share } = worst;
  return [{ kind: "weak_source", weight: -errorsAbove(share, rate), source, rate: share, base: rates.base }];
}
