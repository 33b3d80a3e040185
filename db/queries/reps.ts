import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";

export type ListedRep = { readonly userId: number; readonly name: string; readonly dailyCapacity: number };

/** Reps who can sign in, by name. */
export async function listReps(executor: Executor = db): Promise<ListedRep[]> {
  return executor
    .select({ userId: users.id, name: users.name, dailyCapacity: users.dailyCapacity })
    .from(users)
    .where(and(eq(users.role, "rep"), isNull(users.disabledAt)))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}
