import { db, type Executor } from "#db/client.ts";
import { isPreparing } from "#db/import/import-stage.ts";
import { imports } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type Discarding = { readonly importId: number; readonly userId: number; readonly at: Date };

/** Forgets an uploaded file of which nothing was imported. Gives the path of its bytes. */
export async function discardImport(
  { importId, userId, at }: Discarding,
  executor: Executor = db,
): Promise<Result<{ readonly unusedPath: string }>> {
  return executor.transaction(async (tx) => {
    const [row] = await tx
      .delete(imports)
      .where(isPreparing(importId))
      .returning({ filePath: imports.filePath, fileName: imports.fileName });
    if (!row) return refuse("conflict", { reason: "import_moved_on" });
    const details = { fileName: row.fileName };
    await recordAudit({ at, actorId: userId, action: "import.discarded", subject: `import:${importId}`, details }, tx);
    return ok({ unusedPath: row.filePath });
  });
}
