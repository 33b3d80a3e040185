/** Who takes part in a round, and with how large a share of it. */
export type Sharer = { readonly userId: number; readonly share: number };

/**
 * The order in which people have their turn, once around: each as often as their share, and as evenly
 * spread as shares allow. The k-th turn of somebody with share s lies at (2k + 1) / 2s of the round;
 * whoever comes first in the list goes first where two turns lie together.
 */
export function roundOf(sharers: readonly Sharer[]): readonly number[] {
  const common = sharers.reduce((divisor, { share }) => greatestCommonDivisor(divisor, share), 0);
  const turns = sharers.flatMap(({ userId, share }, place) => {
    const own = share / common;
    return Array.from({ length: own }, (_, k) => ({ userId, place, passed: 2 * k + 1, of: own }));
  });
  // Fractions are compared by their cross products: whole numbers, so the order is the same everywhere.
  turns.sort((a, b) => a.passed * b.of - b.passed * a.of || a.place - b.place);
  return turns.map(({ userId }) => userId);
}

/** Whose the turn with this number (from 0 on) is. */
export function whoseTurn(turn: number, round: readonly number[]): number {
  const userId = round[turn % round.length];
  if (userId === undefined) throw new Error("Nobody takes part in this round.");
  return userId;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
