import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { previewColumns } from "#db/schema/index.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { findGeneration, type Generation } from "./current-generation.ts";
import { planGeneration } from "./generation-plan.ts";

type Under = { readonly generationId: number | null; readonly day: number | null };

/** What leads are measured by: a generation, or before the first the day, the zone, the naming and the fields as they are now. */
export async function findRules({ generationId, day }: Under, executor: Executor): Promise<Generation | null> {
  if (generationId !== null) return findGeneration({ generationId }, executor);
  const plan = await planGeneration({ day: day ?? 0 }, executor);
  return plan && { ...plan, id: 0, switchedAt: null, models: [] };
}

/** What was asked of a base and is not measured yet. */
export async function listWaiting(baseId: number, executor: Executor) {
  const rows = await executor
    .select({ digest: previewColumns.digest, criterion: previewColumns.criterion })
    .from(previewColumns)
    .where(and(eq(previewColumns.baseId, baseId), isNull(previewColumns.packed)));
  return rows.flatMap(({ digest, criterion }) => (criterion ? [{ digest, criterion }] : []));
}

/** Whether the newest event of several criteria is asked for, rather than what one of them measures. */
export function isSet(asked: Criterion | readonly Criterion[]): asked is readonly Criterion[] {
  return Array.isArray(asked);
}
