import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import type { News } from "#lib/webhooks/news.ts";
import { notify } from "./notify.ts";

/**
 * Writes down for every endpoint what it wants to hear, in the transaction in which it becomes true: it is sent
 * exactly when that is committed. Of one lead in the order given; the caller holds the lead's lock.
 */
export async function tellEndpoints(news: readonly News[], executor: Executor): Promise<void> {
  if (news.length === 0) return;
  const rows = news.map(({ type, leadId, at, data }) => ({
    type,
    // What takes something back is for who heard it.
    heard: type === "lead.undone" ? data.undoes : [type],
    lead_id: leadId,
    at,
    data,
  }));
  const written = await executePrepared(
    sql`
    insert into webhook_deliveries (endpoint_id, type, lead_id, at, data, due_at, changed_at)
    select endpoint.id, news.type, news.lead_id, news.at, news.data, news.at, news.at
    from webhook_endpoints endpoint
    join rows from (json_to_recordset(${JSON.stringify(rows)}::json) as (
        type text, heard text[], lead_id bigint, at timestamptz, data jsonb))
      with ordinality as news (type, heard, lead_id, at, data, n) on endpoint.events && news.heard
    where endpoint.state <> 'off'
    order by endpoint.id, news.n
    returning endpoint_id`,
    executor,
  );
  if (written.length > 0) await notify({ news: true }, executor);
}
