import { type LiveSignal, LOST_AFTER_MS } from "#lib/live/signal.ts";
import { holdStream } from "./live-stream.ts";

export type LiveSource = {
  readonly userId: number;
  readonly onSignal: (signal: LiveSignal) => void;
};

const LOOK_MS = 5_000;
/** What a tab that comes later asks the one that holds the stream. */
const ASK = "changed?";

/**
 * The stream of this browser: one of its tabs in sight holds it (a Web Lock says which) and passes on
 * what it hears. When that tab goes or is hidden the next takes over; when it falls silent, a tab that
 * misses it takes the lock away. Browsers without locks (plain http) have a stream per tab in sight.
 * Gives the way to stop.
 */
export function openLiveSource({ userId, onSignal }: LiveSource): () => void {
  const name = `voorrang-live-${userId}`;
  const channel = new BroadcastChannel(name);
  let heardAt = performance.now();
  let turn: AbortController | null = null;
  let isHolding = false;
  let changedAt: number | null = null;

  function hear(signal: LiveSignal): void {
    heardAt = performance.now();
    if (signal.kind === "hello") changedAt = signal.changedAt;
    if (signal.kind === "change") changedAt = signal.at;
    onSignal(signal);
  }
  channel.onmessage = ({ data }: MessageEvent<LiveSignal | typeof ASK>) => {
    if (data !== ASK) hear(data);
    else if (isHolding) tell({ kind: "hello", changedAt });
  };
  function tell(signal: LiveSignal): void {
    channel.postMessage(signal);
  }

  function line(steal = false): void {
    turn?.abort();
    const mine = new AbortController();
    turn = mine;
    heardAt = performance.now();
    const hold = () => {
      if (mine.signal.aborted) return Promise.resolve();
      isHolding = true;
      return holdStream(mine.signal, (signal) => {
        hear(signal);
        tell(signal);
      });
    };
    if (!navigator.locks) void hold();
    else
      void navigator.locks
        .request(name, steal ? { steal } : { signal: mine.signal }, hold)
        // Given up, or taken away by a tab that heard nothing any more.
        .catch(() => mine.abort())
        .finally(() => {
          if (turn === mine) isHolding = false;
        });
  }
  function leave(): void {
    turn?.abort();
    turn = null;
    isHolding = false;
  }

  const onVisibility = () => (document.visibilityState === "visible" ? line() : leave());
  const watch = setInterval(() => {
    if (document.visibilityState !== "visible" || isHolding) return;
    if (performance.now() - heardAt > LOST_AFTER_MS) line(true);
  }, LOOK_MS);
  document.addEventListener("visibilitychange", onVisibility);
  onVisibility();
  channel.postMessage(ASK);

  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearInterval(watch);
    leave();
    channel.close();
  };
}
