import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useIsLive, useLive } from "#components/live/use-live.ts";
import type { TodayView } from "#lib/call-list/view.ts";

/** While the stream is down. */
const FALLBACK_MS = 30_000;

/** The list, kept fresh, and the key under which it is kept. */
export function useToday(initial: TodayView) {
  const client = useQueryClient();
  const queryKey = ["today", initial.rep.userId];
  const isLive = useIsLive();

  const {
    data: view,
    isError,
    isPaused,
  } = useQuery({
    queryKey,
    queryFn: ({ signal }) => readToday(initial, signal),
    initialData: initial,
    initialDataUpdatedAt: initial.readAt,
    refetchInterval: () => (isLive || client.isMutating() > 0 ? false : FALLBACK_MS),
  });
  useLive({
    readAt: view.readAt,
    concerns: ({ leads }) => leads === null || leads.length > 0,
    // What is on its way to be recorded is read back when it is settled.
    refresh: () => (client.isMutating() > 0 ? undefined : client.invalidateQueries({ queryKey })),
  });

  return { view, queryKey, isStale: isError || isPaused };
}

async function readToday({ rep, isOwn }: TodayView, signal: AbortSignal): Promise<TodayView> {
  const response = await fetch(isOwn ? "/api/today" : `/api/today?rep=${rep.userId}`, { signal });
  if (!response.ok) throw new Error(`The list of today answered ${response.status}.`);
  return response.json();
}
