import { LIVE_PATH, type LiveSignal, LOST_AFTER_MS } from "#lib/live/signal.ts";

/** Between attempts to open a stream; after that the last one stays. */
const RETRIES_MS = [1_000, 2_000, 5_000, 15_000, 30_000];
const REFUSED: readonly number[] = [401, 403];

/** Keeps a stream open until it is told to stop, opening it anew whenever it breaks or falls silent. */
export function holdStream(stop: AbortSignal, onSignal: (signal: LiveSignal) => void): Promise<void> {
  return new Promise((resolve) => {
    let failures = 0;
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      const opened = new EventSource(LIVE_PATH);
      stream = opened;
      expectMore();
      opened.onmessage = ({ data }: MessageEvent<string>) => {
        expectMore();
        const signal: LiveSignal = JSON.parse(data);
        // After an end the same answer would come at once.
        failures = signal.kind === "end" ? RETRIES_MS.length : 0;
        onSignal(signal);
      };
      opened.onerror = () => {
        if (opened.readyState === EventSource.CLOSED) void tellRefusal();
        again();
      };
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
    /** A stream that is refused does not say why: the session may have ended while this slept. */
    async function tellRefusal(): Promise<void> {
      const status = await askStatus();
      if (status === null || !REFUSED.includes(status) || stop.aborted) return;
      failures = RETRIES_MS.length;
      onSignal({ kind: "end" });
    }
    stop.addEventListener("abort", () => {
      stream?.close();
      clearTimeout(timer);
      resolve();
    });
    open();
  });
}

/** Whether pages are served, so that reading one again cannot lead to the browser's own error page. */
export async function isServed(): Promise<boolean> {
  const status = await askStatus();
  return status !== null && status < 500;
}

async function askStatus(): Promise<number | null> {
  const response = await fetch(LIVE_PATH, { method: "HEAD" }).catch(() => null);
  return response?.status ?? null;
}
