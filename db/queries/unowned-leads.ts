import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { Subject } from "#lib/routing/open-routing.ts";
import { ACCOUNT_FIELDS, LEAD_FIELDS } from "./lead-columns.ts";

export type UnownedLeads = {
  readonly leadIds: readonly number[];
  readonly generationId: number;
  /** Those that were handed over to sales, or those that can be. */
  readonly stages?: "handed_over" | "before";
};

const BEFORE = ["lead", "recycled"] as const satisfies readonly Stage[];

/**
 * Those of some leads that were handed over to sales (or can be) and are nobody's, or of somebody who may
 * not sign in any more, with what the rules of routing ask about; in id order.
 */
export async function readUnownedLeads(
  { leadIds, generationId, stages = "handed_over" }: UnownedLeads,
  executor: Executor,
): Promise<Map<number, Subject>> {
  const rows = await executor
    .select({ id: leads.id, lead: LEAD_FIELDS, account: ACCOUNT_FIELDS, cell: leadScores.cell })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(
      leadScores,
      and(eq(leadScores.leadId, leads.id), eq(leadScores.kind, "lead"), eq(leadScores.generationId, generationId)),
    )
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(
      and(
        inSlice(leads.id, { leadIds }),
        stages === "before" ? inArray(leads.stage, BEFORE) : eq(leads.stage, "marketing_qualified"),
        or(isNull(leads.ownerId), isNotNull(users.disabledAt)),
      ),
    )
    .orderBy(leads.id)
    .prepare(`unowned_leads_${stages}`)
    .execute();
  return new Map(
    rows.map(({ id, lead, account, cell }) => [id, { fields: flattenFields(lead, account), cell }] as const),
  );
}
