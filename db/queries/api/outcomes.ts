import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { outcomes } from "#db/schema/index.ts";

/** A deal by its lead and its id within that. */
export type OutcomePlace = { readonly leadId: number; readonly id: string };

type OutcomesQuery = {
  readonly after: OutcomePlace | null;
  readonly leadId?: number | undefined;
  readonly limit: number;
};

export type ReadOutcome = Awaited<ReturnType<typeof select>>[number];

/** Deals by lead and by id, behind a given one. */
export function listReadOutcomes(
  { after, leadId, limit }: OutcomesQuery,
  executor: Executor = db,
): Promise<ReadOutcome[]> {
  const isBehind = after && sql`(${outcomes.leadId}, ${outcomes.id}) > (${after.leadId}, ${after.id}::text)`;
  const ofLead = leadId === undefined ? undefined : eq(outcomes.leadId, leadId);
  return select(and(isBehind ?? undefined, ofLead), limit, executor);
}

/** null: there is none. */
export async function findReadOutcome(
  { leadId, id }: OutcomePlace,
  executor: Executor = db,
): Promise<ReadOutcome | null> {
  const [outcome] = await select(and(eq(outcomes.leadId, leadId), eq(outcomes.id, id)), 1, executor);
  return outcome ?? null;
}

function select(where: SQL | undefined, limit: number, executor: Executor) {
  return executor
    .select({
      id: outcomes.id,
      leadId: outcomes.leadId,
      result: outcomes.result,
      at: outcomes.at,
      valueMinor: outcomes.valueMinor,
      currency: outcomes.currency,
      receivedAt: outcomes.receivedAt,
      fit: outcomes.fit,
      engagement: outcomes.engagement,
      combined: outcomes.combined,
      cell: outcomes.cell,
    })
    .from(outcomes)
    .where(where)
    .orderBy(asc(outcomes.leadId), asc(outcomes.id))
    .limit(limit);
}
