import { LIVE_PATH, type LiveSignal, LOST_AFTER_MS } from "#lib/live/signal.ts";

export type LiveSource = {
  readonly userId: number;
  readonly onSignal: (signal: LiveSignal) => void;
};

const LOOK_MS = 5_000;
/** Between attempts to open a stream; after that the last one stays. */
const RETRIES_MS = [1_000, 2_000, 5_000, 15_000, 30_000];

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

  function hear(signal: LiveSignal): void {
    heardAt = performance.now();
    onSignal(signal);
  }
  channel.onmessage = ({ data }: MessageEvent<LiveSignal>) => hear(data);

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
        channel.postMessage(signal);
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

  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearInterval(watch);
    leave();
    channel.close();
  };
}

/** Keeps a stream open until it is told to stop, opening it anew whenever it breaks or falls silent. */
function holdStream(stop: AbortSignal, onSignal: (signal: LiveSignal) => void): Promise<void> {
  return new Promise((resolve) => {
    let failures = 0;
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      const opened = new EventSource(LIVE_PATH);
      stream = opened;
      expectMore();
      opened.onmessage = ({ data }: MessageEvent<string>) => {
        failures = 0;
        expectMore();
        const signal: LiveSignal = JSON.parse(data);
        // The same answer would come at once.
        if (signal.kind === "end") failures = RETRIES_MS.length;
        onSignal(signal);
      };
      opened.onerror = again;
    }
    function expectMore(): void {
      clearTimeout(timer);
      timer = setTimeout(again, LOST_AFTER_MS);
    }
    /** Not left to the browser: some give up for good where others go on. */
    function again(): void {
      stream?.close();
      clearTimeout(timer);
      timer = setTimeout(open, RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)]);
      failures += 1;
    }
    stop.addEventListener("abort", () => {
      stream?.close();
      clearTimeout(timer);
      resolve();
    });
    open();
  });
}
