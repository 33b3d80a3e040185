import { db, type Executor } from "#db/client.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import type { CallPool, Rival } from "#lib/preview/call-pool.ts";
import { fromSteps, unpackColumn } from "#lib/preview/pack.ts";
import { listRivals, readCallPool } from "./call-pool.ts";
import { listCallers } from "./callers.ts";
import type { Generation } from "./current-generation.ts";
import { findPreview } from "./preview.ts";

type Query = { readonly baseId: number; readonly modelId: number; readonly generation: Generation };
type Calls = { readonly pool: CallPool; readonly rivals: readonly Rival[] };

/**
 * Who may call the leads of a base, by row, as it is now: what happened since the base was made counts, as it does for
 * who makes a list. null while the base is being made.
 */
export async function readBaseCalls(
  { baseId, modelId, generation }: Query,
  executor: Executor = db,
): Promise<Calls | null> {
  const base = await findPreview({ baseId, digests: [], parts: [BASE_PARTS.leadIds] }, executor);
  const packed = base?.columns.get(BASE_PARTS.leadIds);
  if (!base || !packed) return null;
  const leadIds = fromSteps(await unpackColumn(packed, base.size));
  const callers = await listCallers({ day: generation.day }, executor);
  const most = callers.reduce((sum, { capacity }) => sum + capacity, 0);
  return {
    pool: await readCallPool({ leadIds, generation }, executor),
    rivals: await listRivals({ generation, modelId, most }, executor),
  };
}
