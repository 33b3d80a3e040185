import { and, asc, eq, lte, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leads } from "#db/schema/index.ts";
import { localDay } from "#lib/time/local-day.ts";
import { findOrganisation } from "./organisation.ts";

type Query = {
  readonly at: Date;
  readonly limit: number;
  /** Only these; all when absent. */
  readonly among?: readonly number[];
};

/** Recycled leads whose day has come, the longest due first. */
export async function listReturning({ at, limit, among }: Query, executor: Executor = db): Promise<number[]> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return [];
  const rows = await executor
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        eq(leads.stage, sql`'recycled'`),
        lte(leads.returnsOn, localDay(at.getTime(), organisation.timeZone)),
        among && inSlice(leads.id, { leadIds: among }),
      ),
    )
    .orderBy(asc(leads.returnsOn), asc(leads.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whether a recycled lead is due back. */
export async function isReturnDue({ at }: { readonly at: Date }, executor: Executor = db): Promise<boolean> {
  return (await listReturning({ at, limit: 1 }, executor)).length > 0;
}
