import { and, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { RUNNING } from "#db/queries/running-clocks.ts";
import { slaClocks } from "#db/schema/index.ts";

type MarkClocksShown = {
  /** Leads of the list that its rep reads, whose clocks run and have not been shown. */
  readonly leadIds: readonly number[];
  readonly at: Date;
};

/** From here on the delay is human. */
export async function markClocksShown({ leadIds, at }: MarkClocksShown, executor: Executor = db): Promise<void> {
  if (leadIds.length === 0) return;
  await executor
    .update(slaClocks)
    .set({ shownAt: at })
    .where(and(inArray(slaClocks.leadId, [...leadIds]), RUNNING, isNull(slaClocks.shownAt)));
}
