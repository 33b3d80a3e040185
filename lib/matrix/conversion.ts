/** Leads that were open within the outcome window, and how many of them became customers in it. */
export type Conversion = { readonly population: number; readonly won: number };

export const HEAT_STEPS = [0, 1, 2, 3, 4] as const;
export type HeatStep = (typeof HEAT_STEPS)[number];

/** Below this many leads one customer more or less would change the rate by five points: say the counts instead. */
export const SMALLEST_POPULATION = 20;

/** Lifts that open the steps 1 to 4: half the base rate, the base rate, twice and four times. */
const STEP_LIFTS = [0.5, 1, 2, 4] as const;

/** 0 to 1; null when there are too few leads to say. */
export function conversionRate({ population, won }: Conversion): number | null {
  return population < SMALLEST_POPULATION ? null : won / population;
}

/** How warm a cell is drawn, by how its conversion compares to that of all leads. */
export function heatStep(conversion: Conversion, baseRate: number | null): HeatStep {
  const rate = conversionRate(conversion);
  if (rate === null || baseRate === null || baseRate === 0) return 0;
  const lift = rate / baseRate;
  return HEAT_STEPS.findLast((step) => step === 0 || lift >= (STEP_LIFTS[step - 1] ?? 0)) ?? 0;
}

/** Several cells counted as one. */
export function sumConversions(parts: Iterable<Conversion>): Conversion {
  let population = 0;
  let won = 0;
  for (const part of parts) {
    population += part.population;
    won += part.won;
  }
  return { population, won };
}
