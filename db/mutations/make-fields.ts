import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions } from "#db/schema/index.ts";
import type { NewField } from "#lib/import/plan.ts";

/** Makes fields of the organisation's own; those that are there already stay as they are. */
export async function makeFields(
  { fields, at }: { readonly fields: readonly NewField[]; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  if (fields.length === 0) return;
  await executor
    .insert(fieldDefinitions)
    .values(fields.map((field) => ({ ...field, createdAt: at })))
    .onConflictDoNothing();
}
