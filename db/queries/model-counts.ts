import { openCensus } from "#db/census/open-census.ts";
import { type Store, store } from "#db/client.ts";
import { countUnscored, countVersions } from "#lib/census/count.ts";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import type { Generation } from "./current-generation.ts";

/** How many leads the models took, by the scores in force. */
export type ModelCounts = {
  /** By model. */
  readonly leads: ReadonlyMap<number, number>;
  /** Leads that no model scores, and those that may not be scored. */
  readonly none: number;
};

export async function readModelCounts(
  { generation }: { readonly generation: Generation | null },
  target: Store = store,
): Promise<ModelCounts> {
  const census = await openCensus(generation?.id ?? null, target).read();
  const counts = countVersions(census, {});
  const models = generation?.models ?? [];
  return {
    leads: new Map(models.map(({ modelId, versionId }) => [modelId, counts.get(versionId) ?? 0])),
    none: countUnscored(census, ANY_LEAD),
  };
}
