import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alertSettings } from "#db/schema/index.ts";
import { choicesSchema } from "#lib/alerts/choices.ts";
import { type AlertSettings, DIGEST_AT } from "#lib/alerts/own-settings.ts";

/** What a person set, or what stands as it comes; and whether they have a webhook. */
export async function findAlertSettings(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<AlertSettings & { readonly hasWebhook: boolean }> {
  const [row] = await executor.select().from(alertSettings).where(eq(alertSettings.userId, userId));
  const { quietFrom = null, quietUntil = null, digestAt = DIGEST_AT, webhook = null } = row ?? {};
  return {
    choices: choicesSchema.parse(row?.choices ?? {}),
    quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
    digestAt,
    hasWebhook: webhook !== null,
  };
}

/** The sealed address of a person's webhook; null: none. */
export async function findSealedWebhook(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<string | null> {
  const [row] = await executor
    .select({ webhook: alertSettings.webhook })
    .from(alertSettings)
    .where(eq(alertSettings.userId, userId));
  return row?.webhook ?? null;
}
