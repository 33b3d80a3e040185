import { useEffect, useState } from "react";
import { HandWatch } from "./hand-watch.ts";
import { workInSlices } from "./work-in-slices.ts";

/** What a long computation comes to, done between what the page shows; null until then. `start` is remembered by its identity. */
export function useWork<T>(start: (() => Generator<void, T>) | null): T | null {
  const [done, setDone] = useState<{ readonly of: unknown; readonly value: T } | null>(null);
  const [hand] = useState(() => new HandWatch(() => performance.now()));
  useEffect(() => hand.watch(window), [hand]);
  useEffect(() => {
    if (start === null) return;
    return workInSlices({
      work: start(),
      isBusy: () => hand.isAtWork(),
      now: () => performance.now(),
      onDone: (value) => setDone({ of: start, value }),
    });
  }, [start, hand]);
  return done !== null && done.of === start ? done.value : null;
}
