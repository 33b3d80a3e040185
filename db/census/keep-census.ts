import type { Store } from "#db/client.ts";
import { follow } from "#db/following/follow.ts";
import { countLeads, type News, spansOf } from "#db/following/news.ts";
import type { Census } from "#lib/census/census.ts";
import type { Ended } from "#lib/census/conversions.ts";
import { keepEnded } from "./keep-ended.ts";
import { loadCensus } from "./load-census.ts";
import { readCounted } from "./read-counted.ts";

/** Above so many changed leads all are read again. */
const MOST_CHANGED = 20_000;

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
  /** Rises when leads ended, or that was taken back. */
  let ends = 0;
  const endedSince = keepEnded(db);
  return { generationId, read: follow({ load, apply }, db), readEnded: (since) => endedSince(since, ends) };

  function load(): Promise<Census> {
    ends++;
    return loadCensus(generationId, url);
  }

  async function apply(census: Census, news: News): Promise<Census | null> {
    if (news.spans.has("end")) ends++;
    const spans = spansOf(news, ["lead", "score"]);
    if (countLeads(spans) > MOST_CHANGED) return null;
    if (spans.length === 0) return census;
    const leads = await readCounted({ spans, generationId }, db);
    const there = new Set(leads.map(({ leadId }) => leadId));
    for (const [first, last] of spans)
      for (let leadId = first; leadId <= last; leadId++) if (!there.has(leadId)) census.remove(leadId);
    for (const lead of leads) census.put(lead);
    return census;
  }
}
