import { asc, eq, inArray, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leadScores, modelVersions } from "#db/schema/index.ts";
import { countConversions, listWonOf } from "#lib/census/conversions.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import type { Conversion } from "#lib/matrix/conversion.ts";

type DotsQuery = { readonly generationId: number; readonly versionId: number; readonly leadIds: readonly number[] };

/** Where leads stand, as [engagement, fit] in centipoints, by lead id. As one value: the driver takes longer over rows than the database. */
export async function readDots(
  { generationId, versionId, leadIds }: DotsQuery,
  executor: Executor = db,
): Promise<[engagement: number, fit: number][]> {
  const [row] = await executor.execute<{ dots: [number, number][] | null }>(sql`
    select json_agg(json_build_array(engagement, fit) order by lead_id) as dots
    from ${leadScores}
    where ${inSlice(leadScores.leadId, { leadIds })} and kind = 'lead' and generation_id = ${generationId} and version_id = ${versionId}`);
  return row?.dots ?? [];
}

export type ConversionsQuery = {
  readonly generationId: number;
  /** Of the model that is asked for; what other versions of it stored counts as well. */
  readonly versionId: number;
  readonly filter: LeadFilter;
  readonly since: Date;
};

export type Conversions = {
  readonly byCell: ReadonlyMap<string, Conversion>;
  /** False: most deals have no time, so that all are counted, not those of a window. */
  readonly isTimed: boolean;
};

/** Conversion by cell in the outcome window since an instant: see `countConversions` for who counts where. */
export async function readConversions(
  { generationId, versionId, filter, since }: ConversionsQuery,
  target: Store = store,
): Promise<Conversions> {
  const kept = openCensus(generationId, target);
  const [census, versionIds] = await Promise.all([kept.read(), listVersionsOfSameModel(versionId, target.db)]);
  const ended = await kept.readEnded(since);
  return { byCell: countConversions(census, { versionIds, filter, ended }), isTimed: ended.isTimed };
}

/** The leads that `readConversions` counts as won in a cell, newest first. */
export async function listWonOfCell(
  { generationId, versionId, filter, since, cell }: ConversionsQuery & { readonly cell: string },
  target: Store = store,
): Promise<number[]> {
  const kept = openCensus(generationId, target);
  const [census, versionIds] = await Promise.all([kept.read(), listVersionsOfSameModel(versionId, target.db)]);
  const won = listWonOf(census, cell, { versionIds, filter, ended: await kept.readEnded(since) });
  return won.sort((one, other) => other - one);
}

async function listVersionsOfSameModel(versionId: number, executor: Executor): Promise<number[]> {
  const model = executor
    .select({ modelId: modelVersions.modelId })
    .from(modelVersions)
    .where(eq(modelVersions.id, versionId));
  const rows = await executor
    .select({ versionId: modelVersions.id })
    .from(modelVersions)
    .where(inArray(modelVersions.modelId, model))
    .orderBy(asc(modelVersions.id));
  return rows.map((row) => row.versionId);
}
