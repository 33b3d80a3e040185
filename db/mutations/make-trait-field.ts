import { db, type Executor } from "#db/client.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { toKey } from "#lib/import/key.ts";
import type { TraitOwner } from "#lib/ingest/other-traits.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { makeFields } from "./make-fields.ts";
import { recordAudit } from "./record-audit.ts";

export type MakeTraitField = {
  readonly of: TraitOwner;
  /** As trackers call it. */
  readonly name: string;
  readonly type: FieldType;
  readonly actorId: number;
  readonly at: Date;
};

/**
 * Makes a field of leads or companies that keeps a trait from now on, and asks for what was said of it before to be filled in. Where
 * there is one of that name by now, it is filled as it is.
 */
export async function makeTraitField(
  { of, name, type, actorId, at }: MakeTraitField,
  executor: Executor = db,
): Promise<Result<{ key: string }>> {
  const own = toKey(name);
  if (own === null) return refuse("invalid_input");
  const key = of === "account" ? `account.${own}` : own;
  return executor.transaction(async (tx) => {
    if (!Object.hasOwn(await readFieldTypes(tx), key)) {
      await makeFields({ fields: [{ key, entity: of, type, label: name }], at }, tx);
      await recordAudit({ at, actorId, action: "field.made", subject: `field:${key}`, details: { name, type } }, tx);
    }
    await enqueueJob({ queue: "fill-fields", data: {} }, tx);
    return ok({ key });
  });
}
