import { use, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { LiveChange } from "#lib/live/change.ts";
import type { Live } from "./live.ts";
import { LiveContext } from "./live-provider.tsx";

type LiveScreen = {
  /** When what is shown was read: epoch milliseconds of the server's clock. */
  readonly readAt: number;
  readonly concerns: (change: LiveChange) => boolean;
  /** Reads it again; the next time comes after this one's end. */
  readonly refresh: () => Promise<unknown> | undefined;
};

/** Has a screen read again what it shows when that changed. */
export function useLive(screen: LiveScreen): void {
  const live = useLiveContext();
  const readAt = useEffectEvent(() => screen.readAt);
  const concerns = useEffectEvent((change: LiveChange) => screen.concerns(change));
  const refresh = useEffectEvent(() => screen.refresh());
  useEffect(
    () => live.show({ readAt: () => readAt(), concerns: (change) => concerns(change), refresh: () => refresh() }),
    [live],
  );
}

/** Whether changes are heard of; false while the stream is down. */
export function useIsLive(): boolean {
  const live = useLiveContext();
  return useSyncExternalStore(live.watch, live.isLive, () => true);
}

/** Calls back when the reader may have been told something new. */
export function useAlertSignal(onAlert: () => void): void {
  const live = useLiveContext();
  const hear = useEffectEvent(onAlert);
  useEffect(() => live.onAlert(() => hear()), [live]);
}

function useLiveContext(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("There is no LiveProvider around this.");
  return live;
}
