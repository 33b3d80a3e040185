import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { crmConflicts, crmConnection, crmLinks, crmRuns } from "#db/schema/index.ts";
import type { CrmAccount, CrmField, CrmOwner, CrmSystem } from "#lib/crm/door.ts";
import type { CrmSettings } from "#lib/crm/settings.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

export type ConnectCrm = {
  readonly system: CrmSystem;
  readonly account: CrmAccount;
  readonly sealedToken: string;
  /** To begin with; those of an account that was connected before stay. */
  readonly settings: CrmSettings;
  readonly fields: readonly CrmField[];
  readonly owners: readonly CrmOwner[];
  readonly actorId: number;
  readonly at: Date;
};

/** Connects an account of a CRM. What was learned of another account goes; of the same one it is gone on with. */
export async function connectCrm(input: ConnectCrm, executor: Executor = db): Promise<void> {
  const { system, account, sealedToken, settings, fields, owners, actorId, at } = input;
  await executor.transaction(async (tx) => {
    const [known] = await tx
      .select({ system: crmConnection.system, accountId: crmConnection.accountId })
      .from(crmConnection)
      .for("update");
    const reached = { accountName: account.name, token: sealedToken, fields, owners, connectedAt: at, nextAt: at };
    if (known && known.system === system && known.accountId === account.id)
      await tx.update(crmConnection).set(reached).where(eq(crmConnection.id, 1));
    else {
      for (const table of [crmLinks, crmConflicts, crmRuns, crmConnection]) await tx.delete(table);
      await tx.insert(crmConnection).values({ ...reached, system, accountId: account.id, settings, settingsAt: at });
    }
    await enqueueJob({ queue: "exchange-with-crm", data: {} }, tx);
    const details = { system, account: account.name };
    await recordAudit({ at, actorId, action: "crm.connected", subject: "organisation", details }, tx);
  });
}
