import { useEffect, useState } from "react";
import { createServerTime } from "./server-time.ts";

const serverTime = createServerTime(() => performance.now());

/** The server's time, a step at a time; `readAt` is its time when what is shown was read. */
export function useNow(readAt: number, everyMs = 1000): number {
  const [at, setAt] = useState(readAt);
  useEffect(() => {
    const tick = () => setAt(serverTime(readAt));
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [readAt, everyMs]);
  return at;
}
