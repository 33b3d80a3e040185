import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type RenameOrganisation = { readonly actorId: number; readonly at: Date; readonly name: string };

export async function renameOrganisation(
  { actorId, at, name }: RenameOrganisation,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (transaction) => {
    await transaction.update(organisation).set({ name });
    await recordAudit(
      { at, actorId, action: "organisation.renamed", subject: "organisation", details: { name } },
      transaction,
    );
  });
}
