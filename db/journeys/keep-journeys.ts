import type { Store } from "#db/client.ts";
import { follow } from "#db/following/follow.ts";
import { countLeads, idsIn, type News, spansOf } from "#db/following/news.ts";
import { gatherHistories } from "#lib/performance/gather-history.ts";
import type { KeptJourneys } from "#lib/performance/kept-journeys.ts";
import { journeysOf } from "#lib/performance/lead-history.ts";
import { readHistories } from "./lead-histories.ts";
import { loadJourneys } from "./load-journeys.ts";

/** Above so many changed leads all are read again. */
const MOST_CHANGED = 20_000;

/** The journeys of all leads that follow the database; their days begin in a zone. */
export function keepJourneys(timeZone: string, { url, db }: Store): () => Promise<KeptJourneys> {
  return follow({ load: () => loadJourneys(timeZone, url), apply }, db);

  async function apply(kept: KeptJourneys, news: News): Promise<KeptJourneys | null> {
    const spans = spansOf(news, ["lead", "end", "way"]);
    if (countLeads(spans) > MOST_CHANGED) return null;
    if (spans.length === 0) return kept;
    const leadIds = idsIn(spans);
    const histories = gatherHistories(await readHistories(leadIds, db));
    const known = new Map(histories.map((history) => [history.leadId, history]));
    for (const leadId of leadIds) {
      const history = known.get(leadId);
      kept.put(leadId, history ? journeysOf(history, timeZone) : []);
    }
    return kept;
  }
}
