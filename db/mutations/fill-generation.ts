import { eq, sql } from "drizzle-orm";
import type { Store } from "#db/client.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { cutSlices } from "#db/queries/pass-slices.ts";
import { generations, passSlices } from "#db/schema/index.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { fillSlices } from "./fill-slices.ts";
import { watchPlan } from "./watch-plan.ts";

/** Workers asked to help, however many slices there are. */
const MOST_HELPERS = 8;

export type FillGeneration = { readonly generation: Generation; readonly signal?: AbortSignal | undefined };
export type Filled = { readonly leads: number; readonly scored: number };

/**
 * Scores all leads into the generation's own table, which is still attached to nothing. The leads are
 * cut into slices; where there are several, other workers are asked to help. Throws `PassOutdated`
 * when something else is to be put in force meanwhile.
 */
export async function fillGeneration({ generation, signal }: FillGeneration, target: Store): Promise<Filled> {
  const { db } = target;
  const slices = await cutSlices(db);
  const helpers = Math.min(Math.max(slices.length - 1, 0), MOST_HELPERS);
  await db.transaction(async (tx) => {
    if (slices.length > 0)
      await tx
        .insert(passSlices)
        .values(
          slices.map(({ from, to, leads }) => ({ generationId: generation.id, fromLead: from, toLead: to, leads })),
        );
    const leadsTotal = slices.reduce((sum, { leads }) => sum + leads, 0);
    await tx.update(generations).set({ leadsTotal }).where(eq(generations.id, generation.id));
    for (let n = 0; n < helpers; n++)
      await enqueueJob({ queue: "fill-slices", data: { generationId: generation.id } }, tx);
  });
  const plan = watchPlan(generation, db);
  try {
    const stop = signal ? AbortSignal.any([signal, plan.signal]) : plan.signal;
    await fillSlices({ generation, signal: stop, isLeader: true }, target);
  } finally {
    await plan.end();
  }
  return endSlices(generation, target);
}

/** What the slices came to; they are of no further use. */
async function endSlices({ id }: Generation, { db }: Store): Promise<Filled> {
  const rows = await db
    .delete(passSlices)
    .where(eq(passSlices.generationId, id))
    .returning({ leads: passSlices.leads, scored: passSlices.scored });
  const filled = {
    leads: rows.reduce((sum, { leads }) => sum + leads, 0),
    scored: rows.reduce((sum, { scored }) => sum + scored, 0),
  };
  await db
    .update(generations)
    .set({ leadsDone: sql`${generations.leadsTotal}` })
    .where(eq(generations.id, id));
  return filled;
}
