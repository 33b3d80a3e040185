import type { Database } from "#db/client.ts";
import { lockGate } from "#db/locks.ts";
import { createPartition } from "#db/partitions.ts";
import { findGeneration, type Generation } from "#db/queries/current-generation.ts";
import type { GenerationPlan } from "#db/queries/generation-plan.ts";
import { generations } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";

export type OpenGeneration = { readonly plan: GenerationPlan; readonly cause: GenerationCause; readonly at: Date };

/**
 * Marks a generation as building. The gate is taken alone for it: transactions that began before
 * have committed, and all later ones record which leads they touch.
 */
export async function openGeneration({ plan, cause, at }: OpenGeneration, db: Database): Promise<Generation> {
  const { newest: _, naming: __, ...rules } = plan;
  const id = await db.transaction(async (tx) => {
    await lockGate(tx);
    const [row] = await tx
      .insert(generations)
      .values({ ...rules, versionIds: [...plan.versionIds], status: "building", cause, createdAt: at })
      .returning({ id: generations.id });
    if (!row) throw new Error("The generation was not stored.");
    return row.id;
  });
  await createPartition(id, db);
  const generation = await findGeneration({ generationId: id }, db);
  if (!generation) throw new Error("The generation was not stored.");
  return generation;
}
