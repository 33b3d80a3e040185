"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useEffect, useState } from "react";
import { createLive, type Live } from "./live.ts";
import { openLiveSource } from "./live-source.ts";

export const LiveContext = createContext<Live | null>(null);

const isSeen = () => document.visibilityState === "visible";

/** Hears of changes on behalf of all screens below it. */
export function LiveProvider({ userId, children }: { userId: number; children: ReactNode }) {
  const router = useRouter();
  const [live] = useState(() => createLive(isSeen));
  useEffect(() => {
    const close = openLiveSource({
      userId,
      onSignal: (signal) => {
        live.hear(signal);
        // Who is no longer signed in is sent to do so; another role sees other pages.
        if (signal.kind === "end") router.refresh();
      },
    });
    const onVisibility = () => isSeen() && live.seen();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      close();
      live.stop();
    };
  }, [userId, live, router]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
