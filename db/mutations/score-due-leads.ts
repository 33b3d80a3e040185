import { sql } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { countDueLeads } from "#db/queries/due-leads.ts";
import type { DueCause } from "#db/schema/scores.ts";
import { scoreAllAnew } from "./build-generation.ts";
import { processDueLeads } from "./process-due-leads.ts";

/** From so many leads, and such a share of all, one pass is quicker than lead after lead. */
const PASS_FROM_LEADS = 5000;
const PASS_FROM_SHARE = 0.02;

export type ScoreDueLeads = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Only leads that are due for this; all when absent. */
  readonly only?: DueCause;
};

export type ScoredDueLeads = { readonly scored: number; readonly way: "none" | "due" | "pass" };

/** Brings the scores of leads that an import or their account changed up to date; nothing before the first published model. */
export async function scoreDueLeads(
  { now, signal, only }: ScoreDueLeads,
  target: Store = store,
): Promise<ScoredDueLeads> {
  const { db } = target;
  if (!(await findCurrentGeneration(db))) return { scored: 0, way: "none" };
  const due = await countDueLeads(db);
  const count = only === undefined ? due.import + due.account : due[only];
  if (count < PASS_FROM_LEADS || count < (await countLeads(target)) * PASS_FROM_SHARE)
    return { scored: await processDueLeads({ now, signal, only }, db), way: "due" };
  const cause = due.import > 0 ? "import" : "account";
  const { scored } = await scoreAllAnew({ cause, now, signal }, target);
  return { scored, way: "pass" };
}

async function countLeads({ db }: Store): Promise<number> {
  const [row] = await db.execute<{ leads: number }>(sql`select count(*)::int as leads from leads`);
  return row?.leads ?? 0;
}
