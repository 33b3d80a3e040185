import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Naming } from "#lib/naming/naming.ts";
import { readNaming } from "#lib/naming/read-naming.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";

/** One published version as a generation uses it. */
export type GenerationModel = {
  readonly versionId: number;
  readonly modelId: number;
  readonly number: number;
  readonly definition: Definition;
};

/** All that decides the stored scores besides the facts. A request resolves it once and uses it throughout. */
export type Generation = {
  readonly id: number;
  /** The day the scores belong to. */
  readonly day: number;
  readonly timeZone: string;
  readonly fieldTypes: FieldCatalogue;
  /** null: none was ever given. */
  readonly namingId: number | null;
  /** Which stored events count as which type. */
  readonly naming: Naming;
  readonly switchedAt: Date | null;
  /** In the order in which they are tried. */
  readonly models: readonly GenerationModel[];
};

/** The generation in force; null before the first pass. */
export function findCurrentGeneration(executor: Executor = db): Promise<Generation | null> {
  return find(sql`select current_generation_id from organisation`, executor);
}

export function findGeneration(
  { generationId }: { readonly generationId: number },
  executor: Executor = db,
): Promise<Generation | null> {
  return find(sql`${generationId}::int`, executor);
}

/** A generation that is being built; null when it is not, or no longer. */
export function findBuildingGeneration(
  { generationId }: { readonly generationId: number },
  executor: Executor = db,
): Promise<Generation | null> {
  return find(sql`select id from generations where id = ${generationId} and status = 'building'`, executor);
}

type Row = Omit<Generation, "models" | "switchedAt" | "naming"> & {
  readonly naming: string | null;
  readonly switchedAt: string | null;
  readonly versionId: number | null;
  readonly modelId: number;
  readonly number: number;
  readonly definition: string;
};

/** In one statement: every request asks for it, and every event that arrives. */
async function find(id: SQL, executor: Executor): Promise<Generation | null> {
  const rows = await executePrepared<Row>(
    sql`
      select generation.id, generation.day - date '1970-01-01' as day, generation.time_zone as "timeZone",
        generation.field_types as "fieldTypes", generation.switched_at as "switchedAt",
        generation.naming_id as "namingId", case when coalesce(named.place, 1) = 1 then naming.rules::text end as naming,
        version.id as "versionId", version.model_id as "modelId", version.number, version.definition::text as definition
      from generations generation
      left join namings naming on naming.id = generation.naming_id
      left join unnest(generation.version_ids) with ordinality as named (id, place) on true
      left join model_versions version on version.id = named.id
      where generation.id = (${id})
      order by named.place`,
    executor,
  );
  const [first] = rows;
  if (!first) return null;
  const { id: generationId, day, timeZone, fieldTypes, switchedAt, namingId, naming } = first;
  return {
    id: generationId,
    day,
    timeZone,
    fieldTypes,
    namingId,
    naming: readNaming(naming),
    switchedAt: switchedAt === null ? null : new Date(switchedAt),
    models: rows.flatMap(({ versionId, modelId, number, definition }) =>
      versionId === null ? [] : [{ versionId, modelId, number, definition: readDefinition(definition) }],
    ),
  };
}
