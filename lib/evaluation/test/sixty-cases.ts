import type { Outcomes } from "../levels.ts";

/**
 * Sixty cases with scores 0 to 39, many tied, higher ones more often with the outcome. What tests
 * expect of them was computed by NumPy: pairs counted one by one, curves by the trapezoid rule.
 */
export const SIXTY_CASES: readonly { readonly score: number; readonly happened: boolean }[] = makeCases();

export const SIXTY_OUTCOMES: Outcomes = {
  positives: SIXTY_CASES.filter(({ happened }) => happened).map(({ score }) => score),
  negatives: SIXTY_CASES.filter(({ happened }) => !happened).map(({ score }) => score),
};

function makeCases() {
  let state = 11;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: 60 }, () => {
    const score = next(40);
    return { score, happened: next(100) < 10 + 2 * score };
  });
}
