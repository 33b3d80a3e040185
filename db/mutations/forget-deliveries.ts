import { lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookDeliveries } from "#db/schema/index.ts";
import { KEPT_DAYS } from "#lib/webhooks/delivery-state.ts";

const DAY_MS = 86_400_000;

/** Drops messages of so long ago that nobody looks for them, also those that a paused endpoint never got. */
export async function forgetDeliveries({ at }: { readonly at: Date }, executor: Executor = db): Promise<void> {
  await executor.delete(webhookDeliveries).where(lt(webhookDeliveries.at, new Date(at.getTime() - KEPT_DAYS * DAY_MS)));
}
