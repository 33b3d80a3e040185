import { eq, isNull } from "drizzle-orm";
import { type Database, db } from "#db/client.ts";
import { generations, organisation } from "#db/schema/index.ts";
import { logPassChanges } from "./log-pass-changes.ts";
import { notify } from "./notify.ts";
import { sweepQualifying } from "./sweep-qualifying.ts";
import { tellMassEffect } from "./tell-mass-effect.ts";

/**
 * Does what follows from the switch to the generation in force: writes down what it changed, takes
 * the month's snapshot, hands over who newly qualifies. Each of these happens once, however often a
 * process was killed before. Gives how many leads were handed over. Only who holds the pass lock may
 * call it, and must before the next pass.
 */
export async function concludeGeneration(
  { now }: { readonly now: () => Date },
  database: Database = db,
): Promise<number> {
  const generation = await findUnconcluded(database);
  if (!generation) return 0;
  if (generation.changesLoggedAt === null) await logPassChanges({ generation, now }, database);
  const qualified = await sweepQualifying({ generation, now }, database);
  await database.transaction(async (tx) => {
    await tx.update(generations).set({ concludedAt: now() }).where(eq(generations.id, generation.id));
    await tellMassEffect({ generationId: generation.id, at: now() }, tx);
    // Screens that read at the switch do not know yet who was handed over.
    await notify({ generation: generation.id }, tx);
  });
  return qualified;
}

async function findUnconcluded(database: Database) {
  const [row] = await database
    .select({
      id: generations.id,
      cause: generations.cause,
      day: generations.day,
      createdAt: generations.createdAt,
      switchedAt: generations.switchedAt,
      changesLoggedAt: generations.changesLoggedAt,
    })
    .from(organisation)
    .innerJoin(generations, eq(generations.id, organisation.currentGenerationId))
    .where(isNull(generations.concludedAt));
  return row ? { ...row, switchedAt: row.switchedAt ?? row.createdAt } : null;
}
