import { and, asc, desc, gte, lte } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadCosts } from "#db/schema/index.ts";
import type { LeadCost } from "#lib/performance/costs.ts";

type Months = {
  /** `2026-03`, both included; all when there are none. */ readonly from?: string;
  readonly until?: string;
};

/** What was spent on which source, newest month first. */
export async function listLeadCosts({ from, until }: Months = {}, executor: Executor = db): Promise<LeadCost[]> {
  const rows = await executor
    .select({
      month: leadCosts.month,
      source: leadCosts.source,
      minor: leadCosts.minor,
      currency: leadCosts.currency,
    })
    .from(leadCosts)
    .where(and(from ? gte(leadCosts.month, from) : undefined, until ? lte(leadCosts.month, until) : undefined))
    .orderBy(desc(leadCosts.month), asc(leadCosts.source), asc(leadCosts.currency));
  return rows.map(({ source, ...row }) => ({ ...row, source: source || null }));
}
