import type { Executor } from "#db/client.ts";
import { type News, readNews, readSnapshot } from "./news.ts";

/** `census_changes` keeps an hour. */
const LONGEST_SILENCE_MS = 1_800_000;

export type Followed<Kept> = {
  /** Reads all anew. */
  load(): Promise<Kept>;
  /** Brings what is kept up to the news; null when there is so much that all is to be read again. */
  apply(kept: Kept, news: News): Promise<Kept | null>;
};

/**
 * Keeps something that is read from all leads and follows the database. What it gives is brought up to what is
 * committed when it is called, or later; what is asked for while all is read waits for it.
 */
export function follow<Kept>({ load, apply }: Followed<Kept>, executor: Executor): () => Promise<Kept> {
  let known: { readonly kept: Kept; readonly snapshot: string; readonly at: number } | null = null;
  let running: Promise<Kept> | null = null;
  let next: Promise<Kept> | null = null;
  return read;

  /** One reading at a time; who comes during one shares the next, which shows all that was committed before. */
  function read(): Promise<Kept> {
    if (!running) {
      running = bringUpToDate().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return read();
      });
    return next;
  }

  async function bringUpToDate(): Promise<Kept> {
    const at = performance.now();
    if (!known || at - known.at > LONGEST_SILENCE_MS) known = await loadAll(at);
    const news = await readNews(known.snapshot, executor);
    const kept = await apply(known.kept, news);
    known = kept === null ? await loadAll(at) : { kept, snapshot: news.snapshot, at };
    return known.kept;
  }

  async function loadAll(at: number) {
    const snapshot = await readSnapshot(executor);
    return { kept: await load(), snapshot, at };
  }
}
