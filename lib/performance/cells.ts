import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";

export type CellRate = Proportion & { readonly cell: string };
export type CellRates = {
  /** In the order in which the model works them. */
  readonly cells: readonly CellRate[];
  readonly base: Proportion;
};

type Counts = ReadonlyMap<string, { readonly population: number; readonly won: number }>;

/** Conversion cell by cell, in an order; the base is that of all of them together. */
export function rateByCell(counts: Counts, order: readonly string[]): CellRates {
  const cells = order.map((cell) => {
    const { won, population } = counts.get(cell) ?? { won: 0, population: 0 };
    return { cell, ...proportion({ made: won, of: population }) };
  });
  return { cells, base: together(cells) };
}

/** Fewer customers than this leave the order of the cells to chance. */
const FEWEST_CUSTOMERS = 10;
/** Fewer leads than this make no rate of a cell. */
const FEWEST_LEADS = 10;

/** What the cells tell of who buys. */
export type CellFinding =
  | { readonly kind: "few" | "chance" | "only_above" }
  /** How much oftener those buy whom the model hands over. */
  | { readonly kind: "lift"; readonly times: number }
  /** Of a model that hands over by the combined score: the ends of what the cells say. */
  | { readonly kind: "spread"; readonly best: CellRate; readonly worst: CellRate };

/** `isHandedOver` is null when cells do not decide that. */
export function cellFinding({ cells, base }: CellRates, isHandedOver: ((cell: string) => boolean) | null): CellFinding {
  if (base.made < FEWEST_CUSTOMERS) return { kind: "few" };
  if (isHandedOver === null) return spread(cells);
  const above = together(cells.filter(({ cell }) => isHandedOver(cell)));
  const below = together(cells.filter(({ cell }) => !isHandedOver(cell)));
  if (above.rate === null || below.rate === null) return { kind: "few" };
  if (!differs(above, below)) return { kind: "chance" };
  if (below.rate === 0) return { kind: "only_above" };
  return { kind: "lift", times: above.rate / below.rate };
}

function spread(cells: readonly CellRate[]): CellFinding {
  const known = cells.filter(({ of }) => of >= FEWEST_LEADS).sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0));
  const [best, worst] = [known.at(0), known.at(-1)];
  if (!best || !worst || best === worst) return { kind: "few" };
  return differs(best, worst) ? { kind: "spread", best, worst } : { kind: "chance" };
}
