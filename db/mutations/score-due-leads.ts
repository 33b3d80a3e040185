import { count } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { dueLeads, leads } from "#db/schema/index.ts";
import { buildGeneration } from "./build-generation.ts";
import { type ProcessDueLeads, processDueLeads } from "./process-due-leads.ts";

/** From here a pass over everything takes less time than lead by lead: it reads some five times faster. */
const MANY = 5_000;
const SHARE = 0.2;

/** Scores the leads whose facts changed without a score: one by one, or all in a pass when they are many. Gives how many were due. */
export async function scoreDueLeads(input: ProcessDueLeads, target: Store = store): Promise<number> {
  const { db } = target;
  const generation = await findCurrentGeneration(db);
  const [due] = await db.select({ count: count() }).from(dueLeads);
  const [all] = await db.select({ count: count() }).from(leads);
  if (!generation || !due || !all || due.count < MANY || due.count < SHARE * all.count)
    return processDueLeads(input, db);
  await buildGeneration({ cause: "import", day: generation.day, ...input }, target);
  return due.count + (await processDueLeads(input, db));
}
