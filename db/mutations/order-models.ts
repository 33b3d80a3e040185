import { and, asc, eq, exists, isNull, or, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { mayArrangeModels } from "#db/queries/sign-off.ts";
import { modelDrafts, modelOrders, models, modelVersions } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

export type OrderModels = {
  /** All models in use, in the order in which they are to be tried. */
  readonly modelIds: readonly number[];
  /** As they stood when they were put in order. */
  readonly before: readonly number[];
  /** null: the command line. */
  readonly userId: number | null;
  readonly at: Date;
};

/**
 * Has the models tried in another order, and asks for the pass that scores by it. Refuses with
 * `models_changed` when one was added, retired or moved since they were read, and who may not arrange models.
 */
export async function orderModels(
  { modelIds, before, userId, at }: OrderModels,
  executor: Executor = db,
): Promise<Result<{ readonly isNew: boolean }>> {
  return executor.transaction(async (tx) => {
    if (!(await mayArrangeModels({ userId }, tx))) return refuse("forbidden", { reason: "arranged_by_managers" });
    const current = await lockModelsInUse(tx);
    const isSameSet = modelIds.length === current.length && current.every((id) => modelIds.includes(id));
    if (!isSameSet || before.join() !== current.join()) return refuse("conflict", { reason: "models_changed" });
    if (modelIds.join() === current.join()) return ok({ isNew: false });
    await tx.insert(modelOrders).values({ modelIds: current, until: at });
    await placeModels(modelIds, tx);
    const details = { from: current, to: modelIds };
    await recordAudit({ at, actorId: userId, action: "models.ordered", subject: "models", details }, tx);
    await enqueueJob({ queue: "build-generation", data: {} }, tx);
    return ok({ isNew: true });
  });
}

/**
 * The models in use in their order, none of which anybody else may move or retire until the transaction ends. One whose
 * only draft was dropped is none of them.
 */
export async function lockModelsInUse(executor: Executor): Promise<number[]> {
  const rows = await executor
    .select({ id: models.id })
    .from(models)
    .where(
      and(
        eq(models.kind, "lead"),
        isNull(models.retiredAt),
        or(
          exists(executor.select().from(modelVersions).where(eq(modelVersions.modelId, models.id))),
          exists(executor.select().from(modelDrafts).where(eq(modelDrafts.modelId, models.id))),
        ),
      ),
    )
    .orderBy(asc(models.position), asc(models.id))
    .for("update");
  return rows.map(({ id }) => id);
}

/** These first, in their order; all others behind them, in theirs. */
async function placeModels(modelIds: readonly number[], executor: Executor): Promise<void> {
  const placed = sql`(select id, row_number() over (
    order by array_position(${sql.param([...modelIds])}::int[], id) nulls last, position) as place from models where kind = 'lead')`;
  // By way of negative places: no two models may share one even for a moment.
  await executor.execute(
    sql`update models set position = -placed.place from ${placed} placed where placed.id = models.id`,
  );
  await executor
    .update(models)
    .set({ position: sql`-${models.position}` })
    .where(eq(models.kind, "lead"));
}
