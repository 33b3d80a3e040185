import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { isPreparing, UNTRIED } from "#db/import/import-stage.ts";
import { importRejections, imports } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

type Queueing = {
  readonly importId: number;
  /** Does all that an import does but write. */
  readonly isDryRun: boolean;
  readonly userId: number;
  readonly at: Date;
};

/** Hands an uploaded file to the worker, to be tried or imported. */
export async function queueImport(
  { importId, isDryRun, userId, at }: Queueing,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const queued = await tx
      .update(imports)
      .set({ ...UNTRIED, status: "queued", isDryRun, heartbeatAt: at })
      .where(isPreparing(importId))
      .returning({ id: imports.id });
    if (queued.length === 0) return refuse("conflict", { reason: "import_moved_on" });
    await tx.delete(importRejections).where(eq(importRejections.importId, importId));
    if (!isDryRun)
      await recordAudit({ at, actorId: userId, action: "import.queued", subject: `import:${importId}` }, tx);
    await enqueueJob({ queue: "import", data: { importId } }, tx);
    return ok(null);
  });
}
