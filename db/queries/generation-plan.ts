import { asc, desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions, models, modelVersions } from "#db/schema/index.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";
import { findOrganisation } from "./organisation.ts";

/** What the next generation is to score with. */
export type GenerationPlan = Pick<Generation, "day" | "timeZone" | "fieldTypes"> & {
  /** The newest version of each model, in the order in which they are tried. */
  readonly versionIds: readonly number[];
};

/** The plan of a generation for a day; null before there is an organisation. */
export async function planGeneration(
  { day }: { readonly day: number },
  executor: Executor = db,
): Promise<GenerationPlan | null> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return null;
  const [versions, fieldTypes] = await Promise.all([listNewestVersionIds(executor), readFieldTypes(executor)]);
  return { day, timeZone: organisation.timeZone, fieldTypes, versionIds: versions };
}

/** Types of all fields that conditions may name: the standard ones and the organisation's own. */
export async function readFieldTypes(executor: Executor = db): Promise<FieldCatalogue> {
  const own = await executor.select({ key: fieldDefinitions.key, type: fieldDefinitions.type }).from(fieldDefinitions);
  return { ...STANDARD_FIELDS, ...Object.fromEntries(own.map(({ key, type }) => [key, type] as const)) };
}

/** Whether scores of this plan are in force already. New fields alone change no score. */
export function isInForce(plan: GenerationPlan, current: Generation | null): boolean {
  return (
    current !== null &&
    current.day === plan.day &&
    current.timeZone === plan.timeZone &&
    current.models.map((model) => model.versionId).join() === plan.versionIds.join()
  );
}

async function listNewestVersionIds(executor: Executor): Promise<number[]> {
  const rows = await executor
    .selectDistinctOn([models.position, models.id], { versionId: modelVersions.id })
    .from(models)
    .innerJoin(modelVersions, eq(modelVersions.modelId, models.id))
    .orderBy(asc(models.position), asc(models.id), desc(modelVersions.number));
  return rows.map((row) => row.versionId);
}
