import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelChecklists, models } from "#db/schema/index.ts";
import { type NewChecklist, numberItems, type OwnItem } from "#lib/qualification/checklist.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

export type ChooseChecklist = NewChecklist & {
  readonly modelId: number;
  /** That of the checklist that was changed; null: the model had none of its own. */
  readonly revision: number | null;
  readonly userId: number;
  readonly at: Date;
};

/** What was stored: the revision, and the own questions with the keys they have now. */
export type ChosenChecklist = { readonly revision: number; readonly own: readonly OwnItem[] };

/** Says what is asked of a model's leads. Answers stay, also those to questions that are left out. */
export async function chooseChecklist(
  { modelId, framework, own: written, revision, userId, at }: ChooseChecklist,
  executor: Executor = db,
): Promise<Result<ChosenChecklist>> {
  return executor.transaction(async (tx) => {
    // The model's own row stands for the checklist that is not there yet.
    const [model] = await tx.select({ id: models.id }).from(models).where(eq(models.id, modelId)).for("update");
    if (!model) return refuse("not_found");
    const [stored] = await tx.select().from(modelChecklists).where(eq(modelChecklists.modelId, modelId));
    if ((stored?.revision ?? null) !== revision) return refuse("conflict", { reason: "checklist_changed" });
    const known = new Set(stored?.own.map(({ key }) => key));
    if (written.some(({ key }) => key !== null && !known.has(key)))
      return refuse("conflict", { reason: "checklist_changed" });
    const { own, nextNumber } = numberItems({ own: written, modelId, nextNumber: stored?.nextNumber ?? 1 });
    const next = (revision ?? 0) + 1;
    const values = { framework, own, nextNumber, revision: next, updatedAt: at, updatedBy: userId };
    await tx
      .insert(modelChecklists)
      .values({ modelId, ...values })
      .onConflictDoUpdate({ target: modelChecklists.modelId, set: values });
    const details = { framework, own: own.map(({ label }) => label) };
    await recordAudit({ at, actorId: userId, action: "checklist.chosen", subject: `model:${modelId}`, details }, tx);
    return ok({ revision: next, own });
  });
}
