import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { isUnderWay, UNTRIED } from "#db/import/import-stage.ts";
import { imports } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type Cancelling = { readonly importId: number; readonly userId: number; readonly at: Date };

/**
 * Stops an import between two batches: what came in stays. A dry run is back where it was before.
 * Gives the path of an upload that nobody needs any more; null: the worker still reads it.
 */
export async function cancelImport(
  { importId, userId, at }: Cancelling,
  executor: Executor = db,
): Promise<Result<{ readonly unusedPath: string | null }>> {
  return executor.transaction(async (tx) => {
    const [found] = await tx
      .select({ status: imports.status, isDryRun: imports.isDryRun, filePath: imports.filePath })
      .from(imports)
      .where(isUnderWay(importId))
      .for("update");
    if (!found) return refuse("conflict", { reason: "import_moved_on" });
    const change = found.isDryRun ? UNTRIED : ({ status: "cancelled", finishedAt: at } as const);
    await tx.update(imports).set(change).where(eq(imports.id, importId));
    if (found.isDryRun) return ok({ unusedPath: null });
    await recordAudit({ at, actorId: userId, action: "import.cancelled", subject: `import:${importId}` }, tx);
    return ok({ unusedPath: found.status === "queued" ? found.filePath : null });
  });
}
