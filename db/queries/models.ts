import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { generations, modelDrafts, models, modelVersions, organisation, users } from "#db/schema/index.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Catalogue } from "#lib/scoring/facts.ts";
import { listEventTypes } from "./event-types.ts";
import { readFieldTypes } from "./generation-plan.ts";

/** A published version without its definition. */
export type VersionSummary = {
  readonly versionId: number;
  readonly modelId: number;
  /** Counts the versions of its model, from 1. */
  readonly number: number;
  readonly publishedAt: Date;
  /** null: the command line, or a user who is gone. */
  readonly publishedBy: string | null;
  readonly note: string;
  /** The number of the earlier version that this one returns to. */
  readonly returnsTo: number | null;
  /** Whether the stored scores are its. A version just published waits for its pass. */
  readonly isInForce: boolean;
};

export type Version = VersionSummary & { readonly definition: Definition };

export type Draft = {
  readonly modelId: number;
  readonly baseVersionId: number | null;
  readonly definition: Definition;
  /** Rises with each save; hand it back to `saveDraft`. */
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
};

/** The newest version of each model in use, in the order in which models are tried on a lead. */
export async function listModels(executor: Executor = db): Promise<Version[]> {
  const rows = await selectVersions(executor)
    .where(and(eq(modelVersions.number, newestNumber), isNull(models.retiredAt)))
    .orderBy(asc(models.position));
  return rows.map(toVersion);
}

/** All versions of a model, newest first. */
export async function listVersions(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<VersionSummary[]> {
  const rows = await selectVersions(executor)
    .where(eq(modelVersions.modelId, modelId))
    .orderBy(desc(modelVersions.number));
  return rows.map(({ definition: _, ...summary }) => summary);
}

/** A model's newest version; null before the first. */
export async function findNewestVersion(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Version | null> {
  const [row] = await selectVersions(executor)
    .where(eq(modelVersions.modelId, modelId))
    .orderBy(desc(modelVersions.number))
    .limit(1);
  return row ? toVersion(row) : null;
}

export async function findVersion(
  { versionId }: { readonly versionId: number },
  executor: Executor = db,
): Promise<Version | null> {
  const [row] = await selectVersions(executor).where(eq(modelVersions.id, versionId));
  return row ? toVersion(row) : null;
}

/** The model's one draft; null when nothing was changed since its newest version. */
export async function findDraft(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Draft | null> {
  const [row] = await executor
    .select({
      modelId: modelDrafts.modelId,
      baseVersionId: modelDrafts.baseVersionId,
      definition: sql<string>`${modelDrafts.definition}::text`,
      revision: modelDrafts.revision,
      updatedAt: modelDrafts.updatedAt,
      updatedBy: users.name,
    })
    .from(modelDrafts)
    .leftJoin(users, eq(users.id, modelDrafts.updatedBy))
    .where(eq(modelDrafts.modelId, modelId));
  return row ? toVersion(row) : null;
}

/** What the organisation has for a definition to name: fields, event types, stages. */
export async function readCatalogue(executor: Executor = db): Promise<Catalogue> {
  const [fields, types] = await Promise.all([readFieldTypes(executor), listEventTypes(executor)]);
  return { fields, eventTypes: types.map(({ key }) => key), stages: STAGES };
}

const sibling = alias(modelVersions, "sibling");
const newestNumber = sql`(select max(${sibling.number}) from ${modelVersions} ${sibling} where ${sibling.modelId} = ${modelVersions.modelId})`;
const earlier = alias(modelVersions, "earlier");

function selectVersions(executor: Executor) {
  return executor
    .select({
      versionId: modelVersions.id,
      modelId: modelVersions.modelId,
      number: modelVersions.number,
      publishedAt: modelVersions.publishedAt,
      publishedBy: users.name,
      note: modelVersions.note,
      returnsTo: earlier.number,
      isInForce: sql<boolean>`coalesce(${modelVersions.id} = any(${generations.versionIds}), false)`,
      definition: sql<string>`${modelVersions.definition}::text`,
    })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(users, eq(users.id, modelVersions.publishedBy))
    .leftJoin(earlier, eq(earlier.id, modelVersions.returnsToVersionId))
    .leftJoin(organisation, eq(organisation.id, 1))
    .leftJoin(generations, eq(generations.id, organisation.currentGenerationId));
}

function toVersion<Row extends { readonly definition: string }>(
  row: Row,
): Omit<Row, "definition"> & { definition: Definition } {
  return { ...row, definition: readDefinition(row.definition) };
}
