import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions, generations, models, modelVersions } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";
import { findNewestNaming } from "./naming.ts";
import { findOrganisation } from "./organisation.ts";

/** What the next generation is to score with. */
export type GenerationPlan = Pick<Generation, "day" | "timeZone" | "fieldTypes" | "namingId" | "naming"> & {
  /** The newest version of each model in use, in the order in which they are tried. */
  readonly versionIds: readonly number[];
  /** Of these the one that was published last; null when there is none. */
  readonly newest: NewestVersion | null;
};

type NewestVersion = {
  readonly versionId: number;
  /** Whether leads were scored with it before: its model is in use again, or its place among the others changed. */
  readonly wasInForce: boolean;
  /** Whether it goes back to an earlier version. */
  readonly isReturn: boolean;
};

/** The plan of a generation for a day; null before there is an organisation. */
export async function planGeneration(
  { day }: { readonly day: number },
  executor: Executor = db,
): Promise<GenerationPlan | null> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return null;
  const [versions, fieldTypes, { namingId, naming }] = await Promise.all([
    listNewestVersions(executor),
    readFieldTypes(executor),
    findNewestNaming(executor),
  ]);
  const last = versions.toSorted((a, b) => b.versionId - a.versionId)[0];
  return {
    day,
    timeZone: organisation.timeZone,
    fieldTypes,
    namingId,
    naming,
    versionIds: versions.map(({ versionId }) => versionId),
    newest: last ?? null,
  };
}

/** Types of all fields that conditions may name: the standard ones and the organisation's own. */
export async function readFieldTypes(executor: Executor = db): Promise<FieldCatalogue> {
  const own = await executor.select({ key: fieldDefinitions.key, type: fieldDefinitions.type }).from(fieldDefinitions);
  return { ...STANDARD_FIELDS, ...Object.fromEntries(own.map(({ key, type }) => [key, type] as const)) };
}

/** Why the scores in force are not those of the plan; null when they are. New fields alone change no score. */
export function reasonToBuild(plan: GenerationPlan, current: Generation | null): GenerationCause | null {
  if (plan.newest === null) return null;
  const inForce = current?.models.map(({ versionId }) => versionId) ?? [];
  if (current === null || inForce.join() !== plan.versionIds.join()) {
    const { wasInForce, isReturn } = plan.newest;
    return wasInForce ? "models" : isReturn ? "return" : "publish";
  }
  if (current.namingId !== plan.namingId) return "naming";
  if (current.timeZone !== plan.timeZone) return "zone";
  return current.day === plan.day ? null : "day";
}

function listNewestVersions(executor: Executor): Promise<NewestVersion[]> {
  return executor
    .selectDistinctOn([models.position, models.id], {
      versionId: modelVersions.id,
      isReturn: sql<boolean>`${modelVersions.returnsToVersionId} is not null`,
      wasInForce: sql<boolean>`exists (
        select from ${generations} where ${generations.switchedAt} is not null and ${modelVersions.id} = any(${generations.versionIds}))`,
    })
    .from(models)
    .innerJoin(modelVersions, and(eq(modelVersions.modelId, models.id), isNull(models.retiredAt)))
    .orderBy(asc(models.position), asc(models.id), desc(modelVersions.number));
}
