import { and, desc, eq, gte, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { touches } from "#db/schema/index.ts";

/** What is recorded later than that is of another call. */
const LONGEST_CALL_MS = 12 * 3_600_000;

type Query = { readonly leadId: number; readonly userId: number; readonly at: Date };

/** The call that a person made of a lead and of which the outcome is not known yet; null when there is none. */
export async function findOpenCall({ leadId, userId, at }: Query, executor: Executor = db): Promise<number | null> {
  const [call] = await executor
    .select({ id: touches.id })
    .from(touches)
    .where(
      and(
        eq(touches.leadId, leadId),
        eq(touches.kind, "call"),
        isNull(touches.disposition),
        isNull(touches.undoneAt),
        eq(touches.actorId, userId),
        gte(touches.at, new Date(at.getTime() - LONGEST_CALL_MS)),
      ),
    )
    .orderBy(desc(touches.at), desc(touches.id))
    .limit(1);
  return call?.id ?? null;
}
