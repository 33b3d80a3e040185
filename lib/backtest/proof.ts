import { areaUnder } from "#lib/evaluation/auc.ts";
import { levelsOfRows, positivesAmongBest } from "#lib/evaluation/levels.ts";
import { liftTable } from "#lib/evaluation/lift-table.ts";
import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import type { BaseScores } from "#lib/preview/base-scores.ts";
import type { Cases } from "./cases.ts";

/** How well scores foretold who was won. Cases are rows whose outcome is known. */
export type Proof = {
  /** null where all or none were won. */
  readonly auc: number | null;
  /** Share of those won among the best-scored so many fiftieths of all, from none to all. */
  readonly gains: readonly number[];
  /** How often those in a cell were won, by the cell's name. */
  readonly cells: ReadonlyMap<string, Proportion>;
  /** Of those handed to sales, how many were won; of those won, how many were handed over. */
  readonly precision: Proportion;
  readonly recall: Proportion;
  /** How many of the best-scored so many cases were won; not whole where cases tie. */
  caughtWith(calls: number): number;
};

const STEPS = 50;

/** `known`: 1 for rows whose outcome is known. */
export function prove(scores: BaseScores, { won }: Cases, known: Uint8Array): Proof {
  const levels = levelsOfRows({ scores: scores.combined, happened: won, weights: known });
  const names = scores.cellNames;
  const [inCell, wonInCell] = [new Int32Array(names.length), new Int32Array(names.length)];
  let [called, caught, positives] = [0, 0, 0];
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const cell = scores.cells[row] ?? 0;
    const isWon = won[row] === 0 ? 0 : 1;
    inCell[cell] = (inCell[cell] ?? 0) + 1;
    wonInCell[cell] = (wonInCell[cell] ?? 0) + isWon;
    positives += isWon;
    if (scores.qualifying[row] === 0) continue;
    called++;
    caught += isWon;
  }
  return {
    auc: areaUnder(levels),
    gains: [0, ...liftTable(levels, STEPS).map((slice) => slice.caught)],
    cells: new Map(
      names.map((name, cell) => [name, proportion({ made: wonInCell[cell] ?? 0, of: inCell[cell] ?? 0 })] as const),
    ),
    precision: proportion({ made: caught, of: called }),
    recall: proportion({ made: caught, of: positives }),
    caughtWith: (calls) => positivesAmongBest(levels, calls),
  };
}
