import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { findCrmConnection } from "#db/queries/crm-connection.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { crmConnection, crmLinks } from "#db/schema/index.ts";
import { asksForAll, type CrmSettings, pairsInForce, pushesMore } from "#lib/crm/settings.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

export type SaveCrmSettings = { readonly settings: CrmSettings; readonly actorId: number; readonly at: Date };

/**
 * Keeps what is exchanged with the CRM. What that newly asks for is pulled from the beginning, and pushed of every
 * lead. Refuses fields that are gone or of another type than those they are to fill.
 */
export async function saveCrmSettings(
  { settings, actorId, at }: SaveCrmSettings,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    await tx.select({ id: crmConnection.id }).from(crmConnection).for("update");
    const known = await findCrmConnection(tx);
    if (!known || known.sealedToken === null) return refuse("conflict", { reason: "crm_not_connected" });
    const { fields } = known;
    const pairs = pairsInForce(settings.fields, { fields, types: await readFieldTypes(tx) });
    if (pairs.length < settings.fields.length) return refuse("invalid_input", { reason: "crm_fields_differ" });
    const isAnew = asksForAll(known.settings, settings);
    await tx
      .update(crmConnection)
      .set({ settings, settingsAt: at, nextAt: at, ...(isAnew && { contactsCursor: null }) });
    if (pushesMore(known.settings, settings)) await forgetPushed(tx);
    await enqueueJob({ queue: "exchange-with-crm", data: {} }, tx);
    await recordAudit({ at, actorId, action: "crm.settings_saved", subject: "organisation", details: settings }, tx);
    return ok(null);
  });
}

async function forgetPushed(executor: Executor): Promise<void> {
  await executor.execute(sql`
    update ${crmLinks} set pushed_fit = null, pushed_engagement = null, pushed_combined = null, pushed_cell = null
    where pushed_cell is not null`);
}
