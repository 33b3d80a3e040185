/** A step down or up, or all the way. */
export type ListMove = 1 | -1 | "first" | "last";

/** Which way a key goes in a list (a letter in lower case); null for other keys. */
export function moveOfKey(key: string): ListMove | null {
  switch (key) {
    case "j":
    case "ArrowDown":
      return 1;
    case "k":
    case "ArrowUp":
      return -1;
    case "Home":
      return "first";
    case "End":
      return "last";
    default:
      return null;
  }
}

/** The place moved to among `count` rows, or null at the end; `place` is -1 before the first move. */
export function movedPlace(move: ListMove, { place, count }: { place: number; count: number }): number | null {
  const next = move === "first" ? 0 : move === "last" ? count - 1 : Math.max(0, place + move);
  return next === place || next >= count || next < 0 ? null : next;
}
