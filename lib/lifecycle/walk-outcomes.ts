import type { OutcomeResult, Stage } from "./constants.ts";
import { stageByOutcome } from "./stage-by-outcome.ts";

/** Where a lead stands and since when (epoch milliseconds). */
export type Standing = { readonly stage: Stage; readonly enteredAt: number };
export type StageMove = { readonly at: number; readonly from: Stage; readonly to: Stage };

/** The stages that outcomes lead to, in order of time. No stage is left before it was entered. */
export function walkOutcomes(
  from: Standing,
  outcomes: readonly { readonly result: OutcomeResult; readonly at: number }[],
): { readonly standing: Standing; readonly moves: StageMove[] } {
  let standing = from;
  const moves: StageMove[] = [];
  for (const outcome of outcomes.toSorted((a, b) => a.at - b.at)) {
    const stage = stageByOutcome({ stage: standing.stage, result: outcome.result });
    if (stage === standing.stage) continue;
    const at = Math.max(outcome.at, standing.enteredAt);
    moves.push({ at, from: standing.stage, to: stage });
    standing = { stage, enteredAt: at };
  }
  return { standing, moves };
}
