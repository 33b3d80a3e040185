import { asc, eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelOrders, models, modelVersions } from "#db/schema/index.ts";
import type { RulesPeriod } from "#lib/leads/score-history.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Generation, GenerationModel } from "./current-generation.ts";

/** One stretch of time without a publish or a change of the models' order. */
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
  const [published, orders] = await Promise.all([listPublished(executor), listOrders(executor)]);
  const end = lastChange({ published, orders }, generation);
  const steps = stepsBefore(end, { published, orders, inForce: generation.models }, from.getTime());
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
    { since: end, fieldTypes: generation.fieldTypes, models: generation.models },
  ];
}

type Published = {
  readonly versionId: number;
  readonly modelId: number;
  readonly number: number;
  readonly publishedAt: Date;
};
type Order = { readonly modelIds: readonly number[]; readonly until: Date };
type Changes = { readonly published: readonly Published[]; readonly orders: readonly Order[] };
type Step = { readonly since: number; readonly versions: readonly Published[] };

function listPublished(executor: Executor): Promise<Published[]> {
  return executor
    .select({
      versionId: modelVersions.id,
      modelId: modelVersions.modelId,
      number: modelVersions.number,
      publishedAt: modelVersions.publishedAt,
    })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .orderBy(asc(modelVersions.publishedAt), asc(modelVersions.id));
}

function listOrders(executor: Executor): Promise<Order[]> {
  return executor
    .select({ modelIds: modelOrders.modelIds, until: modelOrders.until })
    .from(modelOrders)
    .orderBy(asc(modelOrders.until), asc(modelOrders.id));
}

/** The sets of versions before the generation's own: at each publish, and each change of the models' order, the newest version of each model. */
function stepsBefore(
  end: number,
  { published, orders, inForce }: Changes & { readonly inForce: readonly GenerationModel[] },
  from: number,
): Step[] {
  if (end <= from) return [];
  const orderAt = (at: number) =>
    orders.find(({ until }) => until.getTime() > at)?.modelIds ?? inForce.map(({ modelId }) => modelId);
  const turns = [
    ...published.map((version) => ({ since: version.publishedAt.getTime(), version })),
    ...orders.map(({ until }) => ({ since: until.getTime(), version: null })),
  ].sort((one, other) => one.since - other.since);
  const newest = new Map<number, Published>();
  const steps: Step[] = [];
  for (const { since, version } of turns) {
    if (since >= end) continue;
    const order = orderAt(since);
    if (version) newest.set(version.modelId, version);
    if (version && !order.includes(version.modelId)) continue;
    if (since <= from) steps.length = 0;
    steps.push({ since, versions: order.flatMap((modelId) => newest.get(modelId) ?? []) });
  }
  return steps;
}

/** When what the generation scores with was published, or last put into its order. */
function lastChange({ published, orders }: Changes, { models: inForce, switchedAt }: Generation): number {
  const ids = new Set(inForce.map(({ versionId }) => versionId));
  const times = published.flatMap(({ versionId, publishedAt }) => (ids.has(versionId) ? publishedAt.getTime() : []));
  const ordered = orders.flatMap(({ until }) => (switchedAt !== null && until <= switchedAt ? until.getTime() : []));
  return Math.max(0, ...times, ...ordered);
}

async function readDefinitions(versionIds: readonly number[], executor: Executor) {
  if (versionIds.length === 0) return new Map<number, ReturnType<typeof readDefinition>>();
  const rows = await executor
    .select({ versionId: modelVersions.id, text: sql<string>`${modelVersions.definition}::text` })
    .from(modelVersions)
    .where(inArray(modelVersions.id, [...new Set(versionIds)]));
  return new Map(rows.map(({ versionId, text }) => [versionId, readDefinition(text)] as const));
}
