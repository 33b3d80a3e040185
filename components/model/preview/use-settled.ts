import { startTransition, useEffect, useState } from "react";

/** Of what is told beside the matrix while somebody edits. */
export const RESTS_AFTER_MS = 100;

/** The value once it has stood still for a while: nothing is made of what a hand drags past, and a hand that comes back goes first. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
