import { and, desc, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { touches, users } from "#db/schema/index.ts";
import type { Touch } from "#lib/call-list/touch.ts";

/** What was done with each of these leads and not undone, newest first. */
export async function listTouches(
  { leadIds }: { readonly leadIds: readonly number[] },
  executor: Executor = db,
): Promise<Map<number, Touch[]>> {
  const rows = await executor
    .select({
      leadId: touches.leadId,
      id: touches.id,
      at: touches.at,
      kind: touches.kind,
      disposition: touches.disposition,
      reason: touches.reason,
      snoozedUntil: touches.snoozedUntil,
      snoozedMinute: touches.snoozedMinute,
      note: touches.note,
      actorId: users.id,
      actorName: users.name,
    })
    .from(touches)
    .leftJoin(users, eq(users.id, touches.actorId))
    .where(and(inSlice(touches.leadId, { leadIds }), isNull(touches.undoneAt)))
    .orderBy(desc(touches.at), desc(touches.id));
  const byLead = new Map<number, Touch[]>();
  for (const { leadId, actorId, actorName, at, ...row } of rows) {
    const by = actorId !== null && actorName !== null ? { userId: actorId, name: actorName } : null;
    const touch = { ...row, at: at.getTime(), by };
    const known = byLead.get(leadId);
    if (known) known.push(touch);
    else byLead.set(leadId, [touch]);
  }
  return byLead;
}
