import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type SetOrderLimit = { readonly percent: number; readonly actorId: number; readonly at: Date };

/** Says below which area under the curve, in hundredths, the order of the score is alarming. */
export async function setOrderLimit({ percent, actorId, at }: SetOrderLimit, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.update(organisation).set({ orderLimitPercent: percent });
    const action = "organisation.order_limit_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { percent } }, tx);
  });
}
