import { lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { visitorEvents } from "#db/schema/index.ts";

/** As long as browsers are let keep who they are. */
const KEPT_MS = 396 * 86_400_000;

/** Drops what was kept so long of somebody who never said who it is. */
export async function forgetVisitors({ at }: { readonly at: Date }, executor: Executor = db): Promise<void> {
  await executor.delete(visitorEvents).where(lt(visitorEvents.receivedAt, new Date(at.getTime() - KEPT_MS)));
}
