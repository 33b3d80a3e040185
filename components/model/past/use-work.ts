import { useEffect, useState } from "react";

/** So long a page may stand still without anybody noticing. */
const SLICE_MS = 8;

/** What a long computation comes to, done in small pieces between which the page goes on; null until then. `start` is remembered by its identity. */
export function useWork<T>(start: (() => Generator<void, T>) | null): T | null {
  const [done, setDone] = useState<{ readonly of: unknown; readonly value: T } | null>(null);
  useEffect(() => {
    if (start === null) return;
    const work = start();
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      const until = performance.now() + SLICE_MS;
      for (;;) {
        const step = work.next();
        if (step.done === true) return setDone({ of: start, value: step.value });
        if (performance.now() > until) break;
      }
      timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [start]);
  return done !== null && done.of === start ? done.value : null;
}
