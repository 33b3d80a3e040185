import { and, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { visibleLeads } from "./visible-leads.ts";

export type VisibleAmong = { readonly leadIds: readonly number[]; readonly viewers: readonly Viewer[] };

/** By user, which of these leads they may see, in one query. */
export async function listVisibleAmong(
  { leadIds, viewers }: VisibleAmong,
  executor: Executor = db,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const visible = new Map<number, number[]>();
  if (leadIds.length === 0 || viewers.length === 0) return visible;
  const parts = viewers.map(
    (viewer) => sql`
      select ${viewer.userId}::bigint as user_id, id from ${leads}
      where ${and(inSlice(leads.id, { leadIds }), visibleLeads(viewer))}`,
  );
  const rows = await executor.execute<{ user_id: string; id: string }>(sql.join(parts, sql` union all `));
  for (const row of rows) {
    const userId = Number(row.user_id);
    const ids = visible.get(userId);
    if (ids) ids.push(Number(row.id));
    else visible.set(userId, [Number(row.id)]);
  }
  return visible;
}
