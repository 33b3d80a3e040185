import { and, asc, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { ROLES } from "#lib/access/roles.ts";
import { type AlertKind, kindsOf } from "#lib/alerts/kinds.ts";

/** Everybody who may sign in with a role that alerts of a kind are for. */
export async function listAudience({ kind }: { readonly kind: AlertKind }, executor: Executor = db): Promise<number[]> {
  const roles = ROLES.filter((role) => kindsOf(role).includes(kind));
  const rows = await executor
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.role, roles), isNull(users.disabledAt)))
    .orderBy(asc(users.id));
  return rows.map(({ id }) => id);
}
