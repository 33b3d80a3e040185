import { eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { generations, modelVersions, organisation } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
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
  readonly switchedAt: Date | null;
  /** In the order in which they are tried. */
  readonly models: readonly GenerationModel[];
};

/** The generation in force; null before the first pass. */
export async function findCurrentGeneration(executor: Executor = db): Promise<Generation | null> {
  const [row] = await executor
    .select(COLUMNS)
    .from(organisation)
    .innerJoin(generations, eq(generations.id, organisation.currentGenerationId));
  return row ? toGeneration(row, executor) : null;
}

export async function findGeneration(
  { generationId }: { readonly generationId: number },
  executor: Executor = db,
): Promise<Generation | null> {
  const [row] = await executor.select(COLUMNS).from(generations).where(eq(generations.id, generationId));
  return row ? toGeneration(row, executor) : null;
}

const COLUMNS = {
  id: generations.id,
  day: generations.day,
  timeZone: generations.timeZone,
  fieldTypes: generations.fieldTypes,
  switchedAt: generations.switchedAt,
  versionIds: generations.versionIds,
};

type Row = Omit<Generation, "models"> & { readonly versionIds: readonly number[] };

async function toGeneration({ versionIds, ...generation }: Row, executor: Executor): Promise<Generation> {
  return { ...generation, models: await readVersions(versionIds, executor) };
}

/** The versions in the order of the ids. */
async function readVersions(versionIds: readonly number[], executor: Executor): Promise<GenerationModel[]> {
  if (versionIds.length === 0) return [];
  const rows = await executor
    .select({
      versionId: modelVersions.id,
      modelId: modelVersions.modelId,
      number: modelVersions.number,
      definition: sql<string>`${modelVersions.definition}::text`,
    })
    .from(modelVersions)
    .where(inArray(modelVersions.id, [...versionIds]));
  const models = rows.map((row) => ({ ...row, definition: readDefinition(row.definition) }));
  return models.sort((a, b) => versionIds.indexOf(a.versionId) - versionIds.indexOf(b.versionId));
}
