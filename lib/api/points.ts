/** Points as JSON has them: a number with at most two decimals. */
export function toPoints(centipoints: number): number {
  return centipoints / 100;
}
