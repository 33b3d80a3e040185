import type { Store } from "#db/client.ts";
import type { Census } from "#lib/census/census.ts";
import type { Ended } from "#lib/census/conversions.ts";
import { type CensusNews, readCounted, readNews, readSnapshot, type Span } from "./census-changes.ts";
import { keepEnded } from "./keep-ended.ts";
import { loadCensus } from "./load-census.ts";

/** Above so many changed leads all are read again. */
const MOST_CHANGED = 20_000;
/** `census_changes` keeps an hour. */
const LONGEST_SILENCE_MS = 1_800_000;

/** A census of the leads under one generation that follows the database. */
export type KeptCensus = {
  readonly generationId: number | null;
  /** Brings it to what is committed when this is called, or later. */
  read(): Promise<Census>;
  /** Leads that were won, lost or disqualified since an instant, as of the last `read`. */
  readEnded(since: Date): Promise<Ended>;
};

/** Counts all leads and keeps the count; what is read meanwhile waits for it. */
export function keepCensus(generationId: number | null, { url, db }: Store): KeptCensus {
  let known: { readonly census: Census; readonly snapshot: string; readonly at: number } | null = null;
  /** Rises when leads ended, or that was taken back. */
  let ends = 0;
  const endedSince = keepEnded(db);
  let running: Promise<Census> | null = null;
  let next: Promise<Census> | null = null;
  return { generationId, read, readEnded: (since) => endedSince(since, ends) };

  /** One reading at a time; who comes during one shares the next, which shows all that was committed before. */
  function read(): Promise<Census> {
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

  async function bringUpToDate(): Promise<Census> {
    const at = performance.now();
    if (!known || at - known.at > LONGEST_SILENCE_MS) known = await load(at);
    const news = await readNews(known.snapshot, db);
    if (news.hasEnds) ends++;
    if (leadsIn(news.spans) > MOST_CHANGED) known = await load(at);
    else known = { census: await apply(known.census, news), snapshot: news.snapshot, at };
    return known.census;
  }

  async function load(at: number) {
    ends++;
    const snapshot = await readSnapshot(db);
    return { census: await loadCensus(generationId, url), snapshot, at };
  }

  async function apply(census: Census, { spans }: CensusNews): Promise<Census> {
    if (spans.length === 0) return census;
    const leads = await readCounted({ spans, generationId }, db);
    const there = new Set(leads.map(({ leadId }) => leadId));
    for (const [first, last] of spans)
      for (let leadId = first; leadId <= last; leadId++) if (!there.has(leadId)) census.remove(leadId);
    for (const lead of leads) census.put(lead);
    return census;
  }
}

function leadsIn(spans: readonly Span[]): number {
  return spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
