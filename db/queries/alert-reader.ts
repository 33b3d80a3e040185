import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { organisation, users } from "#db/schema/index.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Locale } from "#lib/i18n/locales.ts";

export type AlertReader = {
  readonly userId: number;
  readonly role: Role | null;
  readonly name: string;
  readonly email: string;
  /** Their own, else that of the browser in which they signed in last; null: nobody knows it any more. */
  readonly locale: Locale | null;
  readonly timeZone: string;
};

/** Who is told something outside the app; null for who may not sign in any more. */
export async function findAlertReader(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<AlertReader | null> {
  const [row] = await executor
    .select({
      userId: users.id,
      role: users.role,
      name: users.name,
      email: users.email,
      locale: sql<Locale | null>`coalesce(${users.locale}, (
        select locale from sessions where user_id = ${users.id} order by created_at desc limit 1))`,
      timeZone: organisation.timeZone,
    })
    .from(users)
    .innerJoin(organisation, sql`true`)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  return row ?? null;
}
