import { asc, eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { models, modelVersions } from "#db/schema/index.ts";
import type { RulesPeriod } from "#lib/leads/score-history.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Generation, GenerationModel } from "./current-generation.ts";

/** One stretch of time without a publish. */
export type GenerationPeriod = RulesPeriod & { readonly models: readonly GenerationModel[] };

/**
 * What scores were computed with from an instant on, in order of time; the first stretch may have
 * begun before it, the last is the generation's own. A publish counts from its moment, though its
 * pass took a little longer.
 */
export async function listRulesInForce(
  { generation, from }: { readonly generation: Generation; readonly from: Date },
  executor: Executor = db,
): Promise<GenerationPeriod[]> {
  const published = await executor
    .select({
      versionId: modelVersions.id,
      modelId: modelVersions.modelId,
      number: modelVersions.number,
      publishedAt: modelVersions.publishedAt,
    })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .orderBy(asc(modelVersions.publishedAt), asc(modelVersions.id));
  const steps = stepsSince(published, generation, from.getTime());
  const definitions = await readDefinitions(
    steps.flatMap(({ versions }) => versions.map(({ versionId }) => versionId)),
    executor,
  );
  return [
    ...steps.map(({ since, versions }) => ({
      since,
      fieldTypes: generation.fieldTypes,
      models: versions.flatMap(({ publishedAt: _, ...version }) => {
        const definition = definitions.get(version.versionId);
        return definition ? [{ ...version, definition }] : [];
      }),
    })),
    { since: lastPublish(published, generation), fieldTypes: generation.fieldTypes, models: generation.models },
  ];
}

type Published = {
  readonly versionId: number;
  readonly modelId: number;
  readonly number: number;
  readonly publishedAt: Date;
};
type Step = { readonly since: number; readonly versions: readonly Published[] };

/** The sets of versions before the generation's own: at each publish the newest version of each model. */
function stepsSince(published: readonly Published[], generation: Generation, from: number): Step[] {
  const end = lastPublish(published, generation);
  if (end <= from) return [];
  const order = generation.models.map(({ modelId }) => modelId);
  const newest = new Map<number, Published>();
  const steps: Step[] = [];
  for (const version of published) {
    const since = version.publishedAt.getTime();
    if (since >= end || !order.includes(version.modelId)) continue;
    newest.set(version.modelId, version);
    if (since <= from) steps.length = 0;
    steps.push({ since, versions: order.flatMap((modelId) => newest.get(modelId) ?? []) });
  }
  return steps;
}

function lastPublish(published: readonly Published[], { models: inForce }: Generation): number {
  const ids = new Set(inForce.map(({ versionId }) => versionId));
  const times = published.flatMap(({ versionId, publishedAt }) => (ids.has(versionId) ? publishedAt.getTime() : []));
  return Math.max(0, ...times);
}

async function readDefinitions(versionIds: readonly number[], executor: Executor) {
  if (versionIds.length === 0) return new Map<number, ReturnType<typeof readDefinition>>();
  const rows = await executor
    .select({ versionId: modelVersions.id, text: sql<string>`${modelVersions.definition}::text` })
    .from(modelVersions)
    .where(inArray(modelVersions.id, [...new Set(versionIds)]));
  return new Map(rows.map(({ versionId, text }) => [versionId, readDefinition(text)] as const));
}
