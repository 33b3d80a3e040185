import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import type { Capacity } from "#lib/backtest/capacity.ts";
import { recordAudit } from "./record-audit.ts";

type SetCapacity = { readonly capacity: Capacity | null; readonly actorId: number; readonly at: Date };

/** Says how many leads handed over sales can take; null: nobody knows. */
export async function setCapacity({ capacity, actorId, at }: SetCapacity, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx
      .update(organisation)
      .set({ capacityLeads: capacity?.leads ?? null, ...(capacity && { capacityPeriod: capacity.per }) });
    const action = "organisation.capacity_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { capacity } }, tx);
  });
}
