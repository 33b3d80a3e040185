import { areaUnder } from "#lib/evaluation/auc.ts";
import { levelsOfRows } from "#lib/evaluation/levels.ts";
import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import type { BaseScores } from "#lib/preview/base-scores.ts";
import { calledLeads, catchesOf, caughtWith } from "./called-leads.ts";
import type { Cases } from "./cases.ts";

/** How well scores foretold who was won. Cases are rows whose outcome is known; leads are the leads behind them. */
export type Proof = {
  /** Over cases; null where all or none were won. */
  readonly auc: number | null;
  /** Share of the customers that are caught when so many fiftieths of the leads are called, from none to all. */
  readonly gains: readonly number[];
  /** How often cases in a cell were won, by the cell's name. */
  readonly cells: ReadonlyMap<string, Proportion>;
  /** Of the leads handed to sales on any day, those won within the window after it; of the customers, those caught so. */
  readonly precision: Proportion;
  readonly recall: Proportion;
  /** Of all leads, those handed over. */
  readonly handedOver: Proportion;
  /** How many customers the best-scored so many leads hold; not whole where leads tie. */
  caughtWith(calls: number): number;
};

const STEPS = 50;

/** `known`: 1 for rows whose outcome is known. */
export function prove(scores: BaseScores, cases: Cases, known: Uint8Array): Proof {
  const levels = levelsOfRows({ scores: scores.combined, happened: cases.won, weights: known });
  const catches = catchesOf(calledLeads(scores.combined, cases, known));
  const { called: leads, caught: customers } = catches.at(-1) ?? { called: 0, caught: 0 };
  const { called, caught } = handOver(scores, cases, known);
  return {
    auc: areaUnder(levels),
    gains: Array.from({ length: STEPS + 1 }, (_, step) =>
      customers === 0 ? 0 : caughtWith(catches, (leads * step) / STEPS) / customers,
    ),
    cells: cellsOf(scores, cases, known),
    precision: proportion({ made: caught, of: called }),
    recall: proportion({ made: caught, of: customers }),
    handedOver: proportion({ made: called, of: leads }),
    caughtWith: (calls) => caughtWith(catches, calls),
  };
}

/** Who is beyond the line on any day, counted as a threshold counts: 1 is beyond it, 0 is not. */
function handOver({ qualifying }: BaseScores, cases: Cases, known: Uint8Array) {
  const leads = calledLeads(Int32Array.from(qualifying), cases, known);
  const called = leads.filter(({ best }) => best === 1).length;
  return { called, caught: leads.filter(({ bestBeforeWin }) => bestBeforeWin === 1).length };
}

function cellsOf({ cells, cellNames }: BaseScores, { won }: Cases, known: Uint8Array): Proof["cells"] {
  const [cases, positives] = [new Int32Array(cellNames.length), new Int32Array(cellNames.length)];
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const cell = cells[row] ?? 0;
    cases[cell] = (cases[cell] ?? 0) + 1;
    if (won[row] !== 0) positives[cell] = (positives[cell] ?? 0) + 1;
  }
  return new Map(
    cellNames.map((name, cell) => [name, proportion({ made: positives[cell] ?? 0, of: cases[cell] ?? 0 })] as const),
  );
}
