import { useRef } from "react";
import type { Disposition } from "#lib/lifecycle/constants.ts";

/** Nobody comes to the same outcome of two leads within this; the second press is a slip. */
const SLIP_MS = 500;

/** Tells the second press of a key, which meant one outcome, from the next outcome. */
export function useSlips() {
  const last = useRef<{ disposition: Disposition; at: number } | null>(null);
  return {
    isSlip: (disposition: Disposition, at: number) =>
      last.current?.disposition === disposition && at - last.current.at < SLIP_MS,
    remember: (disposition: Disposition, at: number) => {
      last.current = { disposition, at };
    },
    /** Who takes an outcome back may come to the same again at once: that is no slip. */
    forget: () => {
      last.current = null;
    },
  };
}
