import { and, desc, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ownerChanges } from "#db/schema/index.ts";

/** The last change of a lead's owner that was not undone; null when it has the owner it came with. */
export async function findNewestOwnerChange({ leadId }: { readonly leadId: number }, executor: Executor = db) {
  const [newest] = await executor
    .select({
      id: ownerChanges.id,
      at: ownerChanges.at,
      actorId: ownerChanges.actorId,
      touchId: ownerChanges.touchId,
      toUserId: ownerChanges.toUserId,
    })
    .from(ownerChanges)
    .where(and(eq(ownerChanges.leadId, leadId), isNull(ownerChanges.undoneAt)))
    .orderBy(desc(ownerChanges.id))
    .limit(1);
  return newest ?? null;
}
