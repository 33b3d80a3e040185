import { lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alerts } from "#db/schema/index.ts";

const KEPT_MS = 90 * 86_400_000;

/** Drops what people were told so long ago that nobody looks for it. */
export async function forgetAlerts({ at }: { readonly at: Date }, executor: Executor = db): Promise<void> {
  await executor.delete(alerts).where(lt(alerts.raisedAt, new Date(at.getTime() - KEPT_MS)));
}
