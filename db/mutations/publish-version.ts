import { desc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockEventTypes } from "#db/locks.ts";
import { readCatalogue } from "#db/queries/models.ts";
import { isSignOffRequired } from "#db/queries/sign-off.ts";
import { models, modelVersions } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { refuseProblems } from "#lib/model/refuse-problems.ts";
import { isSame } from "#lib/model/same.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { addModel } from "./add-model.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type PublishVersion = {
  /** null: a new model, tried after the others. */
  readonly modelId: number | null;
  readonly definition: unknown;
  readonly note: string;
  /** null: the command line. */
  readonly userId: number | null;
  readonly at: Date;
  /** The earlier version whose definition this is again. */
  readonly returnsToVersionId?: number;
  /** Whether marketing and sales have both signed this definition. */
  readonly isSigned?: boolean;
};

export type PublishedVersion = {
  readonly modelId: number;
  readonly versionId: number;
  readonly number: number;
  /** False when the newest version says exactly this already: nothing was published. */
  readonly isNew: boolean;
};

/**
 * Publishes a definition as the model's next version and asks for the pass that puts it in force; the
 * scores in force stay until then. A draft stays as it is. What is wrong with a definition is in the
 * refusal's fields: a problem's code by its path, joined with dots. Where sign-off is required a person
 * needs both signatures, except to return to what was in force before; the command line passes it over,
 * which is written down.
 */
export async function publishVersion(
  input: PublishVersion,
  executor: Executor = db,
): Promise<Result<PublishedVersion>> {
  const parsed = parseDefinition(input.definition);
  if (!parsed.ok) return refuseProblems(parsed.problems);
  const { definition } = parsed;
  return executor.transaction(async (tx) => {
    await lockEventTypes(tx);
    const problems = validateDefinition(definition, await readCatalogue(tx));
    if (problems.length > 0) return refuseProblems(problems);
    const model = await lockModel(input, definition, tx);
    if (!model) return refuse("not_found");
    if (model.retiredAt !== null) return refuse("conflict", { reason: "model_retired" });
    const isUnsigned = await lacksSignOff(input, tx);
    if (isUnsigned && input.userId !== null) return refuse("conflict", { reason: "not_signed_off" });
    const newest = await findNewest(model.id, tx);
    if (newest && isSame(newest.definition, definition))
      return ok({ modelId: model.id, versionId: newest.versionId, number: newest.number, isNew: false });
    const number = (newest?.number ?? 0) + 1;
    const versionId = await storeVersion({ ...input, modelId: model.id, number, definition }, tx);
    await enqueueJob({ queue: "build-generation", data: {} }, tx);
    const { at, userId: actorId, returnsToVersionId } = input;
    const action = returnsToVersionId === undefined ? "model.published" : "model.returned";
    const subject = `model:${model.id}`;
    const details = { versionId, number };
    await recordAudit({ at, actorId, action, subject, details }, tx);
    const data = {
      modelId: model.id,
      versionId,
      number,
      returnsToVersionId: returnsToVersionId ?? null,
      userId: actorId,
    };
    await tellEndpoints([{ type: "version.published", leadId: null, at, data }], tx);
    if (isUnsigned) await recordAudit({ at, actorId, action: "model.sign_off_passed_over", subject, details }, tx);
    return ok({ modelId: model.id, versionId, number, isNew: true });
  });
}

async function lacksSignOff({ isSigned, returnsToVersionId }: PublishVersion, executor: Executor): Promise<boolean> {
  if (isSigned || returnsToVersionId !== undefined) return false;
  return isSignOffRequired(executor);
}

/** The model's row, so that its versions are counted one after the other; null when there is none. */
async function lockModel({ modelId, at }: PublishVersion, { kind }: Definition, executor: Executor) {
  const id = modelId ?? (await addModel({ kind, at }, executor));
  const [model] = await executor
    .select({ id: models.id, retiredAt: models.retiredAt })
    .from(models)
    .where(eq(models.id, id))
    .for("update");
  return model ?? null;
}

/** The model's newest version; null before the first. */
export async function findNewest(modelId: number, executor: Executor) {
  const [row] = await executor
    .select({
      versionId: modelVersions.id,
      number: modelVersions.number,
      definition: sql<string>`${modelVersions.definition}::text`,
    })
    .from(modelVersions)
    .where(eq(modelVersions.modelId, modelId))
    .orderBy(desc(modelVersions.number))
    .limit(1);
  return row ? { ...row, definition: readDefinition(row.definition) } : null;
}

type NewVersion = PublishVersion & {
  readonly modelId: number;
  readonly number: number;
  readonly definition: Definition;
};

async function storeVersion(version: NewVersion, executor: Executor): Promise<number> {
  const { modelId, number, definition, note, userId, at, returnsToVersionId } = version;
  const [row] = await executor
    .insert(modelVersions)
    .values({ modelId, number, definition, note, publishedAt: at, publishedBy: userId, returnsToVersionId })
    .returning({ id: modelVersions.id });
  if (!row) throw new Error("The version was not stored.");
  return row.id;
}
