"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { isServed } from "./live-stream.ts";
import { useIsLive, useLive } from "./use-live.ts";
import { usePageRefresh } from "./use-page-refresh.ts";

type Props = {
  /** When the page was read: epoch milliseconds of the server's clock. */
  readAt: number;
  /** The only lead that it is about; without one it shows the whole base. */
  leadId?: number;
};

/** While the stream is down. */
const FALLBACK_MS = 60_000;

/** Keeps a page that the server draws as it is by now, with the lists of leads on it. */
export function LivePage({ readAt, leadId }: Props) {
  const queryClient = useQueryClient();
  const refreshPage = usePageRefresh();
  const refresh = () => Promise.all([refreshPage(), queryClient.invalidateQueries({ queryKey: ["leads"] })]);
  const isLive = useIsLive();
  useLive({
    readAt,
    concerns: ({ leads }) => leadId === undefined || leads === null || leads.includes(leadId),
    refresh,
  });
  const fallBack = useEffectEvent(async () => {
    if (document.visibilityState === "visible" && (await isServed())) await refresh();
  });
  useEffect(() => {
    if (isLive) return;
    const timer = setInterval(() => void fallBack(), FALLBACK_MS);
    return () => clearInterval(timer);
  }, [isLive]);
  return null;
}
