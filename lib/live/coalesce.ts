export type Coalesced<Item, Sum> = {
  /** Adds to what is waiting; null: nothing is. */
  readonly gather: (waiting: Sum | null, item: Item) => Sum;
  readonly run: (sum: Sum) => Promise<unknown> | unknown;
  /** Before the first run after a silence, so that what belongs together arrives together. */
  readonly firstMs: number;
  /** Between runs; while items keep coming each pause is the next of these, and the last one stays. */
  readonly pausesMs: readonly number[];
};

/** Turns bursts into few runs: never two at once, and ever further apart while the burst lasts. */
export function coalesce<Item, Sum>({ gather, run, firstMs, pausesMs }: Coalesced<Item, Sum>) {
  let waiting: Sum | null = null;
  let runs = 0;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function next(): Promise<void> {
    if (waiting === null) {
      runs = 0;
      isBusy = false;
      return;
    }
    const sum = waiting;
    waiting = null;
    try {
      await run(sum);
    } finally {
      const pause = pausesMs[Math.min(runs, pausesMs.length - 1)] ?? 0;
      runs += 1;
      if (isBusy) timer = setTimeout(() => void next(), pause);
    }
  }

  return {
    add(item: Item): void {
      waiting = gather(waiting, item);
      if (isBusy) return;
      isBusy = true;
      timer = setTimeout(() => void next(), firstMs);
    },
    /** Forgets what waits; a run that began ends by itself. */
    stop(): void {
      clearTimeout(timer);
      waiting = null;
      runs = 0;
      isBusy = false;
    },
  };
}
