import { isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { crmConnection } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { enqueueJob } from "./enqueue-job.ts";

/** Asks for an exchange with the CRM now. */
export async function askExchange({ at }: { readonly at: Date }, executor: Executor = db): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const asked = await tx
      .update(crmConnection)
      .set({ nextAt: at })
      .where(isNotNull(crmConnection.token))
      .returning({ id: crmConnection.id });
    if (asked.length === 0) return refuse("conflict", { reason: "crm_not_connected" });
    await enqueueJob({ queue: "exchange-with-crm", data: {} }, tx);
    return ok(null);
  });
}
