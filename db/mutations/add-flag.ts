import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions, flags } from "#db/schema/index.ts";
import { FLAGS_FIELD, FLAGS_LABEL } from "#lib/leads/flags.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { makeFields } from "./make-fields.ts";
import { recordAudit } from "./record-audit.ts";

type AddFlag = { readonly name: string; readonly actorId: number; readonly at: Date };

/**
 * Adds a flag to the organisation's list, or puts one back in use. With the first the field is made
 * that models ask for. Refused where that field is something else already, and for a name that
 * differs from another in its capitals only.
 */
export async function addFlag({ name, actorId, at }: AddFlag, executor: Executor = db): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    await makeFields({ fields: [{ key: FLAGS_FIELD, entity: "lead", type: "list", label: FLAGS_LABEL }], at }, tx);
    const [field] = await tx
      .select({ type: fieldDefinitions.type })
      .from(fieldDefinitions)
      .where(eq(fieldDefinitions.key, FLAGS_FIELD));
    if (field?.type !== "list") return refuse("conflict", { reason: "flags_field_taken" });
    const [alike] = await tx
      .select({ name: flags.name })
      .from(flags)
      .where(eq(sql`lower(${flags.name})`, name.toLowerCase()));
    if (alike && alike.name !== name) return refuse("invalid_input", { fields: { name: "flag_known" } });
    await tx
      .insert(flags)
      .values({ name, createdAt: at })
      .onConflictDoUpdate({ target: flags.name, set: { retiredAt: null } });
    await recordAudit({ at, actorId, action: "flag.added", subject: `flag:${name}` }, tx);
    return ok(null);
  });
}
