import { sql } from "drizzle-orm";
import { type Database, db } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { countQualified } from "#db/queries/qualified-since.ts";
import type { DueCause } from "#db/schema/scores.ts";
import { scoreLeads } from "./score-leads.ts";
import { tellQualified } from "./tell-qualified.ts";

const BATCH = 500;
/** Somebody waits for the few of an account. */
const IN_ORDER = ["account", "import"] as const satisfies readonly DueCause[];

export type ProcessDueLeads = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Only leads that are due for this; all when absent. */
  readonly only?: DueCause;
};

/**
 * Scores the leads whose facts changed without a score, batch by batch; of those that an import brought the newly
 * qualified are told in one summary. Gives how many were scored.
 */
export async function processDueLeads(
  { now, signal, only }: ProcessDueLeads,
  database: Database = db,
): Promise<number> {
  const since = now();
  let total = 0;
  for (const cause of IN_ORDER) {
    if (only !== undefined && only !== cause) continue;
    for (;;) {
      signal?.throwIfAborted();
      const scored = await database.transaction(async (tx) => {
        const due = await tx.execute<{ lead_id: string; mark: string }>(
          sql`select lead_id, xmin::text as mark from due_leads where cause = ${cause} order by lead_id limit ${BATCH}`,
        );
        const leadIds = due.map((row) => Number(row.lead_id));
        if (leadIds.length === 0) return 0;
        await lockLeads(leadIds, tx);
        const at = now();
        await scoreLeads({ leadIds, at, cause }, tx);
        if (cause === "import")
          await tellQualified({ cause, since, qualified: await countQualified({ cause, since }, tx), at }, tx);
        // Only the mark that was read is struck off: facts that came after it are still due. The list is
        // locked last, because an import writes leads first and the list after.
        await tx.execute(sql`
          delete from due_leads using json_to_recordset(${JSON.stringify(due)}::json) as done (lead_id bigint, mark text)
          where due_leads.lead_id = done.lead_id and due_leads.xmin::text = done.mark`);
        return leadIds.length;
      });
      if (scored === 0) break;
      total += scored;
    }
  }
  return total;
}
