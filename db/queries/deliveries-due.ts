import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** No sending takes so long: its process is gone. */
export const STOPPED_AFTER_MS = 2 * 60_000;

/** Endpoints for which something is to be sent, or was left behind in the sending. */
export async function listDueEndpoints({ at }: { readonly at: Date }, executor: Executor = db): Promise<number[]> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const rows = await executor.execute<{ id: number }>(sql`
    select endpoint.id from webhook_endpoints endpoint
    where endpoint.state = 'on' and (endpoint.rest_until is null or endpoint.rest_until <= ${instant})
      and (exists (
          select from webhook_deliveries due
          where due.endpoint_id = endpoint.id and due.state = 'waiting' and due.due_at <= ${instant})
        or exists (
          select from webhook_deliveries left_behind
          where left_behind.endpoint_id = endpoint.id and left_behind.state = 'sending'
            and left_behind.changed_at < ${new Date(at.getTime() - STOPPED_AFTER_MS).toISOString()}::timestamptz))
    order by endpoint.id`);
  return rows.map(({ id }) => id);
}
