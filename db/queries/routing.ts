import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { routing } from "#db/schema/index.ts";
import { type Routing, routingSchema, USUAL_ROUTING } from "#lib/routing/rules.ts";

export type StoredRouting = Routing & {
  /** How many times they were saved. */
  readonly revision: number;
  /** Leads that wait since then or earlier were told; as text, to the microsecond. */
  readonly toldUntil: string | null;
};

/** Whose leads become that are nobody's; what is usual until somebody has said something. */
export async function findRouting(executor: Executor = db): Promise<StoredRouting> {
  const [row] = await executor
    .select({
      revision: routing.revision,
      rules: routing.rules,
      waitMinutes: routing.waitMinutes,
      fallbackUserId: routing.fallbackUserId,
      toldUntil: sql<string | null>`${routing.toldUntil}::text`,
    })
    .from(routing);
  if (!row) return { ...USUAL_ROUTING, revision: 0, toldUntil: null };
  const { revision, toldUntil, ...rest } = row;
  return { ...routingSchema.parse(rest), revision, toldUntil };
}
