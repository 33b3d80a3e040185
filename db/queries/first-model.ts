import { asc } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { models } from "#db/schema/index.ts";

/** The model that is tried first, published or not; null when there is none. */
export async function findFirstModelId(executor: Executor = db): Promise<number | null> {
  const [row] = await executor
    .select({ id: models.id })
    .from(models)
    .orderBy(asc(models.position), asc(models.id))
    .limit(1);
  return row?.id ?? null;
}
