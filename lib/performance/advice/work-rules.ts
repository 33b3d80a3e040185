import type { Figures } from "../figures.ts";
import { type SpanRate, waitFinding } from "../first-touch.ts";
import { type SourceRates, sourceFinding } from "../sources.ts";
import { errorsAbove, type Said } from "./advice.ts";

/** Fewer first calls than this say nothing of who is slow. */
const FEWEST_TOUCHED = 20;

const CHANCE = 0.5;

/** A rep whose leads wait far longer than others'. */
export function adviseOnReps({ waiting, slowRep }: Pick<Figures, "waiting" | "slowRep">): Said {
  if ((waiting?.touched ?? 0) < FEWEST_TOUCHED) return "few";
  return slowRep ? [{ kind: "slow_rep", weight: errorsAbove(slowRep.longer, CHANCE), ...slowRep }] : [];
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
