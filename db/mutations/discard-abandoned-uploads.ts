import { and, sql } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { IS_PREPARING } from "#db/import/import-stage.ts";
import { imports } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

const KEEP_MS = 24 * 3_600_000;

/** Forgets uploads that nobody imported or tried for a day. Gives the paths of their bytes. */
export async function discardAbandonedUploads(
  { at }: { readonly at: Date },
  { db }: Pick<Store, "db"> = store,
): Promise<string[]> {
  const until = new Date(at.getTime() - KEEP_MS).toISOString();
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(imports)
      .where(and(IS_PREPARING, sql`greatest(${imports.createdAt}, ${imports.heartbeatAt}) < ${until}`))
      .returning({ id: imports.id, fileName: imports.fileName, filePath: imports.filePath });
    for (const { id, fileName } of gone) {
      const entry = { at, actorId: null, action: "import.abandoned", subject: `import:${id}`, details: { fileName } };
      await recordAudit(entry, tx);
    }
    return gone.map(({ filePath }) => filePath);
  });
}
