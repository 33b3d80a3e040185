import { differs, proportion } from "#lib/evaluation/proportion.ts";
import type { Figures } from "../figures.ts";
import { type SpanRate, waitFinding } from "../first-touch.ts";
import { type SourceRates, sourceFinding } from "../sources.ts";
import type { ClockPart } from "../truth/clock-parts.ts";
import { errorsAbove, type Said } from "./advice.ts";

/** Fewer first calls than this say nothing of who is slow. */
const FEWEST_TOUCHED = 20;

const CHANCE = 0.5;

/** A rep whose leads wait far longer than others'. */
export function adviseOnReps({ waiting, slowRep }: Pick<Figures, "waiting" | "slowRep">): Said {
  if ((waiting?.touched ?? 0) < FEWEST_TOUCHED) return "few";
  return slowRep ? [{ kind: "slow_rep", weight: errorsAbove(slowRep.longer, CHANCE), ...slowRep }] : [];
}

/** Fewer clocks than this make no rate of a part of the week. */
const FEWEST_CLOCKS = 10;

/** A part of the week whose clocks run out far oftener than at other times. */
export function adviseOnClocks(parts: readonly ClockPart[]): Said {
  const total = sumOf(parts);
  if (total.of < 3 * FEWEST_CLOCKS) return "few";
  const [worst] = parts
    .filter(({ clocks }) => clocks >= FEWEST_CLOCKS)
    .map((part) => {
      const late = proportion(sumOf([part]));
      const others = proportion(sumOf(parts.filter((each) => each !== part)));
      return { part, late, others, weight: errorsAbove(late, others.rate ?? 0) };
    })
    .filter(({ late, others }) => (late.rate ?? 0) > (others.rate ?? 0) && differs(late, others))
    .sort((one, other) => other.weight - one.weight);
  if (!worst) return [];
  const { weekday, isMorning } = worst.part;
  return [{ kind: "late_part", weekday, isMorning, late: worst.late, others: worst.others, weight: worst.weight }];
}

function sumOf(parts: readonly ClockPart[]) {
  return {
    made: parts.reduce((sum, { late }) => sum + late, 0),
    of: parts.reduce((sum, { clocks }) => sum + clocks, 0),
  };
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
