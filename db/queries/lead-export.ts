import { asc, eq, gt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, users } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { externalIdOf } from "./external-id.ts";

const BATCH = 2000;

export type ExportedLead = {
  readonly leadId: number;
  readonly externalId: string | null;
  readonly stage: Stage;
  /** The owner's e-mail address. */
  readonly owner: string | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly createdAt: Date;
  /** By field key; a date is an epoch day. */
  readonly fields: Readonly<Record<string, FieldValue | null>>;
};

/** All leads with all their fields, by id. Not for people who may see only some leads. */
export async function* exportLeads(executor: Executor = db): AsyncGenerator<ExportedLead> {
  for (let after = 0; ; ) {
    const rows = await executor
      .select({ lead: leads, account: accounts, externalId: externalIdOf(leads.id), owner: users.email })
      .from(leads)
      .leftJoin(accounts, eq(accounts.id, leads.accountId))
      .leftJoin(users, eq(users.id, leads.ownerId))
      .where(gt(leads.id, after))
      .orderBy(asc(leads.id))
      .limit(BATCH);
    for (const { lead, account, externalId, owner } of rows) {
      const { id, stage, mayCall, mayEmail, mayScore, createdAt } = lead;
      const fields = flattenFields(lead, account);
      yield { leadId: id, externalId, stage, owner, mayCall, mayEmail, mayScore, createdAt, fields };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.lead.id;
  }
}
