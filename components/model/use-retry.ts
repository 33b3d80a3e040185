"use client";

import { useEffect } from "react";

const RETRY_MS = 4_000;

/** Tries again every few seconds while it is needed, and as soon as the browser is back on a network. */
export function useRetry(isNeeded: boolean, retry: () => unknown): void {
  useEffect(() => {
    if (!isNeeded) return;
    const again = () => void retry();
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [isNeeded, retry]);
}
