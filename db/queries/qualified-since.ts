import { and, count, eq, gte, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { stageChanges } from "#db/schema/index.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";

type Query = { readonly cause: ChangeCause; readonly since: Date };

/** How many leads newly qualified by something since an instant. */
export async function countQualified({ cause, since }: Query, executor: Executor = db): Promise<number> {
  const [row] = await executor
    .select({ qualified: count() })
    .from(stageChanges)
    .where(
      and(
        gte(stageChanges.at, since),
        eq(stageChanges.cause, cause),
        eq(stageChanges.toStage, "marketing_qualified"),
        isNull(stageChanges.undoneAt),
      ),
    );
  return row?.qualified ?? 0;
}
