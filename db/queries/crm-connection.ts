import { z } from "zod";
import { db, type Executor } from "#db/client.ts";
import { crmConnection } from "#db/schema/index.ts";
import type { CrmField, CrmOwner, CrmSystem } from "#lib/crm/door.ts";
import { type CrmSettings, crmSettingsSchema } from "#lib/crm/settings.ts";
import { FIELD_TYPES } from "#lib/leads/fields.ts";

const fieldsSchema = z.array(z.object({ name: z.string(), label: z.string(), type: z.enum(FIELD_TYPES) }));
const ownersSchema = z.array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }));

export type CrmConnection = {
  readonly system: CrmSystem;
  readonly accountId: string;
  readonly accountName: string;
  /** null: disconnected. */
  readonly sealedToken: string | null;
  readonly settings: CrmSettings;
  readonly settingsAt: Date;
  readonly fields: readonly CrmField[];
  readonly owners: readonly CrmOwner[];
  readonly contactsCursor: string | null;
  readonly dealsCursor: string | null;
  readonly connectedAt: Date;
  /** null: not before somebody does something. */
  readonly nextAt: Date | null;
};

/** The CRM that leads are exchanged with, or were; null: there never was one. */
export async function findCrmConnection(executor: Executor = db): Promise<CrmConnection | null> {
  const [row] = await executor
    .select({
      system: crmConnection.system,
      accountId: crmConnection.accountId,
      accountName: crmConnection.accountName,
      sealedToken: crmConnection.token,
      settings: crmConnection.settings,
      settingsAt: crmConnection.settingsAt,
      fields: crmConnection.fields,
      owners: crmConnection.owners,
      contactsCursor: crmConnection.contactsCursor,
      dealsCursor: crmConnection.dealsCursor,
      connectedAt: crmConnection.connectedAt,
      nextAt: crmConnection.nextAt,
    })
    .from(crmConnection);
  if (!row) return null;
  return {
    ...row,
    settings: crmSettingsSchema.parse(row.settings),
    fields: fieldsSchema.parse(row.fields),
    owners: ownersSchema.parse(row.owners),
  };
}

/** Whether an exchange is due. */
export async function isExchangeDue({ at }: { readonly at: Date }, executor: Executor = db): Promise<boolean> {
  const [row] = await executor.select({ token: crmConnection.token, nextAt: crmConnection.nextAt }).from(crmConnection);
  return row !== undefined && row.token !== null && row.nextAt !== null && row.nextAt <= at;
}
