import { asc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import type { Flag } from "#lib/leads/flags.ts";

/** The organisation's flags, those out of use too, in the order in which they were made. */
export async function listFlags(executor: Executor = db): Promise<Flag[]> {
  return executor
    .select({ name: flags.name, isRetired: sql<boolean>`${flags.retiredAt} is not null` })
    .from(flags)
    .orderBy(asc(flags.createdAt), asc(flags.name));
}
