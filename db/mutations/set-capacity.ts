import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type SetCapacity = { readonly perWeek: number | null; readonly actorId: number; readonly at: Date };

/** Says how many leads handed over sales can take in a week; null: nobody knows. */
export async function setCapacity({ perWeek, actorId, at }: SetCapacity, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.update(organisation).set({ capacityPerWeek: perWeek });
    const action = "organisation.capacity_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { perWeek } }, tx);
  });
}
