import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { mayArrangeModels } from "#db/queries/sign-off.ts";
import { modelOrders, models, modelVersions } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { dropDraft } from "./discard-draft.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { lockModelsInUse } from "./order-models.ts";
import { recordAudit } from "./record-audit.ts";

export type RetireModel = {
  readonly modelId: number;
  /** null: the command line. */
  readonly userId: number | null;
  readonly at: Date;
};

/**
 * Has a model score no lead any more, and asks for the pass that gives its leads to the models behind it. Its versions
 * stay to be read. One that was never published goes with its draft. Refuses for the last model that scores.
 */
export async function retireModel(
  { modelId, userId, at }: RetireModel,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    if (!(await mayArrangeModels({ userId }, tx))) return refuse("forbidden", { reason: "arranged_by_managers" });
    const current = await lockModelsInUse(tx);
    if (!current.includes(modelId)) return refuse("not_found");
    const scoring = await listScoring(current, tx);
    if (scoring.length === 1 && scoring.includes(modelId)) return refuse("conflict", { reason: "last_model" });
    await tx.update(models).set({ retiredAt: at }).where(eq(models.id, modelId));
    const isScoring = scoring.includes(modelId);
    if (isScoring) await changeOrder({ before: current, at }, tx);
    const details = isScoring ? {} : await dropDraft({ modelId }, tx);
    await recordAudit({ at, actorId: userId, action: "model.retired", subject: `model:${modelId}`, details }, tx);
    return ok(null);
  });
}

/** Takes a retired model into use again, at the place it had among the others if they were not moved since. */
export async function restoreModel(
  { modelId, userId, at }: RetireModel,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    if (!(await mayArrangeModels({ userId }, tx))) return refuse("forbidden", { reason: "arranged_by_managers" });
    const current = await lockModelsInUse(tx);
    const [model] = await tx
      .select({ retiredAt: models.retiredAt })
      .from(models)
      .where(eq(models.id, modelId))
      .for("update");
    if (!model) return refuse("not_found");
    if (model.retiredAt === null) return ok(null);
    await tx.update(models).set({ retiredAt: null }).where(eq(models.id, modelId));
    if ((await listScoring([modelId], tx)).length > 0) await changeOrder({ before: current, at }, tx);
    await recordAudit({ at, actorId: userId, action: "model.restored", subject: `model:${modelId}` }, tx);
    return ok(null);
  });
}

async function changeOrder(
  { before, at }: { readonly before: readonly number[]; readonly at: Date },
  executor: Executor,
): Promise<void> {
  await executor.insert(modelOrders).values({ modelIds: [...before], until: at });
  await enqueueJob({ queue: "build-generation", data: {} }, executor);
}

/** Those of these models that have a version. */
async function listScoring(modelIds: readonly number[], executor: Executor): Promise<number[]> {
  const rows = await executor.selectDistinct({ modelId: modelVersions.modelId }).from(modelVersions);
  return modelIds.filter((id) => rows.some(({ modelId }) => modelId === id));
}
