import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { isPreparing, UNTRIED } from "#db/import/import-stage.ts";
import { importRejections, imports } from "#db/schema/index.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { ok, type Result, refuse } from "#lib/result.ts";

type Change = { readonly importId: number; readonly mapping: Mapping };

/** Changes what the columns of an uploaded file mean. What a dry run found before counts no longer. */
export async function changeImportMapping(
  { importId, mapping }: Change,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const changed = await tx
      .update(imports)
      .set({ ...UNTRIED, mapping, kind: mapping.kind })
      .where(isPreparing(importId))
      .returning({ id: imports.id });
    if (changed.length === 0) return refuse("conflict", { reason: "import_moved_on" });
    await tx.delete(importRejections).where(eq(importRejections.importId, importId));
    return ok(null);
  });
}
