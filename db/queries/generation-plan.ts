import { asc, desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions, models, modelVersions } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";
import { findOrganisation } from "./organisation.ts";

/** What the next generation is to score with. */
export type GenerationPlan = Pick<Generation, "day" | "timeZone" | "fieldTypes"> & {
  /** The newest version of each model, in the order in which they are tried. */
  readonly versionIds: readonly number[];
  /** Whether the version published last goes back to an earlier one. */
  readonly isReturn: boolean;
};

/** The plan of a generation for a day; null before there is an organisation. */
export async function planGeneration(
  { day }: { readonly day: number },
  executor: Executor = db,
): Promise<GenerationPlan | null> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return null;
  const [versions, fieldTypes] = await Promise.all([listNewestVersions(executor), readFieldTypes(executor)]);
  const last = versions.toSorted((a, b) => b.versionId - a.versionId)[0];
  return {
    day,
    timeZone: organisation.timeZone,
    fieldTypes,
    versionIds: versions.map(({ versionId }) => versionId),
    isReturn: last !== undefined && last.returnsToVersionId !== null,
  };
}

/** Types of all fields that conditions may name: the standard ones and the organisation's own. */
export async function readFieldTypes(executor: Executor = db): Promise<FieldCatalogue> {
  const own = await executor.select({ key: fieldDefinitions.key, type: fieldDefinitions.type }).from(fieldDefinitions);
  return { ...STANDARD_FIELDS, ...Object.fromEntries(own.map(({ key, type }) => [key, type] as const)) };
}

/** Why the scores in force are not those of the plan; null when they are. New fields alone change no score. */
export function reasonToBuild(plan: GenerationPlan, current: Generation | null): GenerationCause | null {
  if (plan.versionIds.length === 0) return null;
  if (current?.models.map((model) => model.versionId).join() !== plan.versionIds.join())
    return plan.isReturn ? "return" : "publish";
  if (current.timeZone !== plan.timeZone) return "zone";
  return current.day === plan.day ? null : "day";
}

function listNewestVersions(executor: Executor) {
  return executor
    .selectDistinctOn([models.position, models.id], {
      versionId: modelVersions.id,
      returnsToVersionId: modelVersions.returnsToVersionId,
    })
    .from(models)
    .innerJoin(modelVersions, eq(modelVersions.modelId, models.id))
    .orderBy(asc(models.position), asc(models.id), desc(modelVersions.number));
}
