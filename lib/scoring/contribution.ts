import { ONE } from "./decay.ts";

const HALF = ONE / 2;

type Weighted = { readonly centiPerMatch: number; readonly factorSum: number };

/** Centipoints of a criterion: `factorSum` in units of 2^-20, rounded half away from zero, never -0. */
export function contribution({ centiPerMatch, factorSum }: Weighted): number {
  const magnitude = Math.floor((Math.abs(centiPerMatch) * factorSum + HALF) / ONE);
  return magnitude === 0 ? 0 : Math.sign(centiPerMatch) * magnitude;
}

/** Points with at most two decimals as whole centipoints, never -0. */
export function toCentipoints(points: number): number {
  return Math.round(points * 100) + 0;
}
