import { and, eq, ne } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { lockGate, lockLeads } from "#db/locks.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { generations, organisation, touchedLeads } from "#db/schema/index.ts";
import { notify } from "./notify.ts";
import { rescore } from "./score-leads.ts";
import { isOutdated, PassOutdated } from "./watch-plan.ts";

const CATCH_UP = 500;
/** Few enough to be scored while everybody waits. */
const LAST_FEW = 100;

export type SwitchGeneration = { readonly generation: Generation; readonly now: () => Date };

/**
 * Scores the leads that changed meanwhile and puts the generation in force. Gives the milliseconds the
 * gate was held. Throws `PassOutdated` when something else was published, or gone back to, meanwhile.
 */
export async function switchGeneration({ generation, now }: SwitchGeneration, db: Database): Promise<number> {
  while ((await catchUp(generation, db)) > LAST_FEW);
  let closedAt = 0;
  await db.transaction(async (tx) => {
    await lockGate(tx);
    closedAt = performance.now();
    if (await isOutdated(generation, tx)) throw new PassOutdated();
    // The gate keeps all others out, so the leads need no locks of their own.
    for (;;) {
      const touched = await listTouched(generation, tx);
      if (touched.length === 0) break;
      await scoreTouched({ touched, generation }, tx);
    }
    await tx
      .update(generations)
      .set({ status: "retired" })
      .where(and(eq(generations.status, "current"), ne(generations.id, generation.id)));
    await tx.update(generations).set({ status: "current", switchedAt: now() }).where(eq(generations.id, generation.id));
    await tx.update(organisation).set({ currentGenerationId: generation.id });
    await notify({ generation: generation.id }, tx);
  });
  // The gate opens when the commit has reached the disk.
  return performance.now() - closedAt;
}

/** Scores some of the touched leads; gives how many there were. */
async function catchUp(generation: Generation, db: Database): Promise<number> {
  const touched = await listTouched(generation, db);
  if (touched.length > LAST_FEW)
    await db.transaction(async (tx) => {
      // Behind the locks every change that touched these leads has been committed.
      await lockLeads(touched, tx);
      await scoreTouched({ touched, generation }, tx);
    });
  return touched.length;
}

async function scoreTouched(
  { touched, generation }: { readonly touched: readonly number[]; readonly generation: Generation },
  executor: Executor,
): Promise<void> {
  await executor
    .delete(touchedLeads)
    .where(and(eq(touchedLeads.generationId, generation.id), inSlice(touchedLeads.leadId, { leadIds: touched })));
  await rescore({ leadIds: touched, generation }, executor);
}

async function listTouched(generation: Generation, executor: Executor): Promise<number[]> {
  const rows = await executor
    .select({ leadId: touchedLeads.leadId })
    .from(touchedLeads)
    .where(eq(touchedLeads.generationId, generation.id))
    .orderBy(touchedLeads.leadId)
    .limit(CATCH_UP);
  return rows.map((row) => row.leadId);
}
