import { sql } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { localDay } from "#lib/time/local-day.ts";
import { buildGeneration } from "./build-generation.ts";
import { processDueLeads } from "./process-due-leads.ts";

/** From so many leads, and such a share of all, one pass is quicker than lead after lead. */
const PASS_FROM_LEADS = 5000;
const PASS_FROM_SHARE = 0.02;

export type ScoredAfterImport = { readonly scored: number; readonly way: "none" | "due" | "pass" };

/** Brings the scores of leads that an import changed up to date; nothing before the first published model. */
export async function scoreAfterImport(
  { now, signal }: { readonly now: () => Date; readonly signal?: AbortSignal },
  target: Store = store,
): Promise<ScoredAfterImport> {
  const { db } = target;
  const organisation = await findOrganisation(db);
  if (!organisation || !(await findCurrentGeneration(db))) return { scored: 0, way: "none" };
  const [counts] = await db.execute<{ due: number; leads: number }>(sql`
    select (select count(*) from due_leads)::int as due, (select count(*) from leads)::int as leads`);
  const { due = 0, leads = 0 } = counts ?? {};
  if (due < PASS_FROM_LEADS || due < leads * PASS_FROM_SHARE)
    return { scored: await processDueLeads({ now, signal }, db), way: "due" };
  const day = localDay(now().getTime(), organisation.timeZone);
  const { scored } = await buildGeneration({ cause: "import", day, now, signal }, target);
  return { scored, way: "pass" };
}
