import { useEffect, useState } from "react";

/** The time on the server's clock, which began to be counted at `readAt`, a step at a time. */
export function useNow(readAt: number, everyMs = 1000): number {
  const [at, setAt] = useState(readAt);
  useEffect(() => {
    const from = performance.now();
    setAt(readAt);
    const timer = setInterval(() => setAt(readAt + performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, [readAt, everyMs]);
  return at;
}
