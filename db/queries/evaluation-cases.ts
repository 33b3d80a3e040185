import { and, asc, eq, max, min, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import { localDay } from "#lib/time/local-day.ts";

/** A lead with a score, and whether it did what the score should foretell. */
export type EvaluationCase = { readonly combined: number; readonly isHit: boolean };

export type EvaluationQuery = {
  readonly generationId: number;
  /** A yes-or-no field of the organisation; null: became a customer, or a deal was won. */
  readonly hitField: string | null;
  /** A field of the organisation by which leads are older and newer; null: the day they were created. */
  readonly orderField: string | null;
};

/** All leads with a score, oldest first; those without a place in the order come before all. */
export async function listEvaluationCases(
  { generationId, hitField, orderField }: EvaluationQuery,
  executor: Executor = db,
): Promise<EvaluationCase[]> {
  return executor
    .select({ combined: leadScores.combined, isHit: hit(hitField) })
    .from(leadScores)
    .innerJoin(leads, eq(leads.id, leadScores.leadId))
    .where(and(eq(leadScores.generationId, generationId), eq(leadScores.kind, "lead")))
    .orderBy(
      orderField === null ? asc(leads.createdAt) : sql`${leads.custom} -> ${orderField} asc nulls first`,
      asc(leads.id),
    );
}

function hit(field: string | null): SQL<boolean> {
  if (field !== null) return sql<boolean>`coalesce(${leads.custom} -> ${field} = 'true'::jsonb, false)`;
  return sql<boolean>`(${leads.stage} = 'customer' or exists (
    select from outcomes where outcomes.lead_id = ${leads.id} and outcomes.result = 'won'))`;
}

/**
 * The field that tells older leads from newer when their creation does not: a number that is another
 * for every lead. null when leads were created on several days, or there is no such field.
 */
export async function findOrderField(
  { timeZone }: { readonly timeZone: string },
  executor: Executor = db,
): Promise<string | null> {
  const [spread] = await executor.select({ first: min(leads.createdAt), last: max(leads.createdAt) }).from(leads);
  if (!spread?.first || !spread.last) return null;
  if (localDay(spread.first.getTime(), timeZone) !== localDay(spread.last.getTime(), timeZone)) return null;
  const found = await executor.execute<{ key: string }>(sql`
    select field.key from field_definitions field, leads
    where field.entity = 'lead' and field.type = 'number'
    group by field.key
    having count(distinct leads.custom -> field.key) = count(*)
    order by field.key limit 1`);
  return found[0]?.key ?? null;
}
