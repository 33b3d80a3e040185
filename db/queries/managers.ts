import { and, asc, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";

/** Who is told what a manager should know: the managers who may sign in, else the admins. */
export async function listManagerIds(executor: Executor = db): Promise<number[]> {
  const rows = await executor
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(inArray(users.role, ["manager", "admin"]), isNull(users.disabledAt)))
    .orderBy(asc(users.id));
  const managers = rows.filter(({ role }) => role === "manager");
  return (managers.length > 0 ? managers : rows).map(({ id }) => id);
}
