import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { touches } from "#db/schema/index.ts";

type Query = { readonly leadId: number; readonly since: Date };

/** Whether a person did anything with a lead later than an instant. */
export async function isWorkedSince({ leadId, since }: Query, executor: Executor = db): Promise<boolean> {
  const [touch] = await executor
    .select({ id: touches.id })
    .from(touches)
    .where(and(eq(touches.leadId, leadId), gt(touches.at, since), isNull(touches.undoneAt), isNotNull(touches.actorId)))
    .limit(1);
  return touch !== undefined;
}
