import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadCosts } from "#db/schema/index.ts";
import type { LeadCost } from "#lib/performance/costs.ts";
import { recordAudit } from "./record-audit.ts";

type SaveLeadCosts = { readonly costs: readonly LeadCost[]; readonly actorId: number; readonly at: Date };

/** Keeps what was spent, in place of what was known of the same month, source and currency; nothing spent takes it away. */
export async function saveLeadCosts({ costs, actorId, at }: SaveLeadCosts, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    for (const { month, source, currency, minor } of costs) {
      const key = { month, source: source ?? "", currency };
      if (minor > 0)
        await tx
          .insert(leadCosts)
          .values({ ...key, minor, enteredBy: actorId, enteredAt: at })
          .onConflictDoUpdate({
            target: [leadCosts.month, leadCosts.source, leadCosts.currency],
            set: { minor: sql`excluded.minor`, importId: null, enteredBy: actorId, enteredAt: at },
          });
      else
        await tx
          .delete(leadCosts)
          .where(
            and(eq(leadCosts.month, key.month), eq(leadCosts.source, key.source), eq(leadCosts.currency, key.currency)),
          );
    }
    await recordAudit(
      { at, actorId, action: "costs.saved", subject: "organisation", details: { rows: costs.length } },
      tx,
    );
  });
}
