import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";

export type CellRate = Proportion & { readonly cell: string };
export type CellRates = {
  /** In the order in which the model works them. */
  readonly cells: readonly CellRate[];
  readonly base: Proportion;
};

type Counts = ReadonlyMap<string, { readonly population: number; readonly won: number }>;

export function rateByCell(counts: Counts, order: readonly string[]): CellRates {
  const cells = order.map((cell) => {
    const { won, population } = counts.get(cell) ?? { won: 0, population: 0 };
    return { cell, ...proportion({ made: won, of: population }) };
  });
  return { cells, base: together(cells) };
}

/** Fewer customers than this leave the order of the cells to chance. */
const FEWEST_CUSTOMERS = 10;

/** How much oftener those buy whom the model hands over; null when chance would explain it, or the rest never buys. */
export function handedOverLift({ cells }: CellRates, isHandedOver: (cell: string) => boolean): number | null {
  const above = together(cells.filter(({ cell }) => isHandedOver(cell)));
  const below = together(cells.filter(({ cell }) => !isHandedOver(cell)));
  if (above.made + below.made < FEWEST_CUSTOMERS || !differs(above, below)) return null;
  if (!above.rate || !below.rate) return null;
  return above.rate / below.rate;
}
