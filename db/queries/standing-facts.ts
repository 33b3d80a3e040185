import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { accounts, leads } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { stageAt } from "#lib/leads/stage-at.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { ACCOUNT_FIELDS, LEAD_FIELDS } from "./lead-columns.ts";
import { readAdjustments, readFieldChanges, readStageSteps } from "./lead-histories.ts";

/** Everything about a lead but its events, and whether it may be scored. */
export type Standing = { readonly mayScore: boolean; readonly facts: Omit<Facts, "events"> };

export type StandingQuery = { readonly slice: LeadSlice; readonly cut: number | null; readonly timeZone: string };

/** By lead id, for each lead of the slice that exists. */
export async function readStandingFacts(
  { slice, cut, timeZone }: StandingQuery,
  executor: Executor,
): Promise<Map<number, Standing>> {
  const [rows, changes, corrections, steps] = await Promise.all([
    readLeads(slice, executor),
    readFieldChanges(slice, executor),
    readAdjustments({ slice, cut }, executor),
    cut === null ? null : readStageSteps(slice, executor),
  ]);
  return new Map(rows.map(({ lead, account }) => [lead.id, standing(lead, account)] as const));

  function standing(lead: LeadRow, account: AccountRow | null): Standing {
    const createdAt = lead.createdAt.getTime();
    const current = { stage: lead.stage, since: lead.stageEnteredAt.getTime() };
    const { stage, since } = stageAt({ current, createdAt, steps: steps?.get(lead.id) ?? [], cut });
    const facts = {
      createdAt,
      createdDay: localDay(createdAt, timeZone),
      stage,
      stageEnteredAt: since,
      stageEnteredDay: localDay(since, timeZone),
      fields: flattenFields(lead, account),
      changes: changes.get(lead.id) ?? [],
      adjustments: corrections.get(lead.id) ?? [],
    };
    return { mayScore: lead.mayScore, facts };
  }
}

type LeadRow = Awaited<ReturnType<typeof readLeads>>[number]["lead"];
type AccountRow = NonNullable<Awaited<ReturnType<typeof readLeads>>[number]["account"]>;

function readLeads(slice: LeadSlice, executor: Executor) {
  return executor
    .select({
      lead: {
        id: leads.id,
        ...LEAD_FIELDS,
        stage: leads.stage,
        stageEnteredAt: leads.stageEnteredAt,
        mayScore: leads.mayScore,
        createdAt: leads.createdAt,
      },
      account: {
        ...ACCOUNT_FIELDS,
      },
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(inSlice(leads.id, slice))
    .prepare("leads")
    .execute();
}
