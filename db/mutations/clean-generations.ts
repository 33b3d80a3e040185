import { and, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { dropPartition } from "#db/partitions.ts";
import { generations, passSlices, previewBases, touchedLeads } from "#db/schema/index.ts";

/** How long requests that began before a switch may go on reading the scores before it. */
const OLD_SCORES_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Ends a generation that is building and will not be put in force: its pass failed, was stopped or was killed. */
export async function abandonGeneration(
  { generationId }: { readonly generationId: number },
  db: Database,
): Promise<void> {
  const ended = await db
    .update(generations)
    .set({ status: "failed" })
    .where(and(eq(generations.id, generationId), eq(generations.status, "building")))
    .returning({ id: generations.id });
  if (ended.length === 0) return;
  await db.delete(touchedLeads).where(eq(touchedLeads.generationId, generationId));
  // Behind the locks of those who still fill a slice.
  await db.delete(passSlices).where(eq(passSlices.generationId, generationId));
  await dropPartition(generationId, db);
}

/** Clears up after passes that were killed. Only who holds the pass lock may call it. */
export async function abandonKilledGenerations(db: Database): Promise<void> {
  const left = await db.select({ id: generations.id }).from(generations).where(eq(generations.status, "building"));
  for (const { id } of left) await abandonGeneration({ generationId: id }, db);
}

/**
 * Drops the scores of generations, and what editors had of them, that went out of force more than five minutes ago; gives how many.
 * The log of what the pass after them changed needs them until it is written.
 * Only who holds the pass lock may call it.
 */
export async function dropRetiredGenerations({ at }: { readonly at: Date }, db: Database): Promise<number> {
  const before = new Date(at.getTime() - OLD_SCORES_MS);
  await db.delete(previewBases).where(
    and(
      isNull(previewBases.generationId),
      // Those made before the first pass go with it, or when they are of another day.
      or(
        exists(db.select({ id: generations.id }).from(generations).where(eq(generations.status, "current"))),
        lt(previewBases.madeAt, new Date(at.getTime() - DAY_MS)),
      ),
    ),
  );
  const later = db
    .select({ id: generations.id })
    .from(generations)
    .where(
      and(
        lt(generations.switchedAt, before),
        inArray(generations.status, ["current", "retired"]),
        isNotNull(generations.changesLoggedAt),
      ),
    );
  const rows = await db
    .select({ id: generations.id })
    .from(generations)
    .where(
      and(
        inArray(generations.status, ["retired", "failed"]),
        sql`${generations.id} < (select max(id) from (${later}) as later)`,
        sql`to_regclass('lead_scores_g' || ${generations.id}) is not null`,
      ),
    );
  for (const { id } of rows) {
    await dropPartition(id, db);
    await db.delete(previewBases).where(eq(previewBases.generationId, id));
  }
  return rows.length;
}
