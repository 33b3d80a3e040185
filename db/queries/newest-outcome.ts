import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { touches } from "#db/schema/index.ts";

/** The last outcome recorded for a lead that was not undone; null when there is none. */
export async function findNewestOutcome({ leadId }: { readonly leadId: number }, executor: Executor = db) {
  const [newest] = await executor
    .select({
      id: touches.id,
      at: touches.at,
      actorId: touches.actorId,
      disposition: touches.disposition,
      before: touches.before,
    })
    .from(touches)
    .where(and(eq(touches.leadId, leadId), isNotNull(touches.disposition), isNull(touches.undoneAt)))
    .orderBy(desc(touches.at), desc(touches.id))
    .limit(1);
  return newest ?? null;
}
