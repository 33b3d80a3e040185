import { db, type Executor } from "#db/client.ts";
import { imports } from "#db/schema/index.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { recordAudit } from "./record-audit.ts";

export type CreateImport = {
  readonly fileName: string;
  /** Where the bytes lie until the import has ended. */
  readonly filePath: string;
  readonly fileBytes: number;
  readonly fileSha256: string;
  readonly mapping: Mapping;
  /** `uploaded`: its mapping is still to be looked at; `queued`: it may run. */
  readonly status: "uploaded" | "queued";
  /** null: the command line. */
  readonly createdBy: number | null;
  readonly at: Date;
};

/** Notes a file that is to be imported; gives the import's id. */
export async function createImport({ at, ...file }: CreateImport, executor: Executor = db): Promise<number> {
  return executor.transaction(async (tx) => {
    const [row] = await tx
      .insert(imports)
      .values({ ...file, kind: file.mapping.kind, isDryRun: false, createdAt: at })
      .returning({ id: imports.id });
    if (!row) throw new Error("The import was not stored.");
    const details = { kind: file.mapping.kind, fileName: file.fileName };
    await recordAudit(
      { at, actorId: file.createdBy, action: "import.created", subject: `import:${row.id}`, details },
      tx,
    );
    return row.id;
  });
}
