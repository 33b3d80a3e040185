import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alertSettings, users } from "#db/schema/index.ts";
import { ROLES, type Role } from "#lib/access/roles.ts";
import { choicesSchema, chosenChannels } from "#lib/alerts/choices.ts";
import { kindsOf } from "#lib/alerts/kinds.ts";
import { DIGEST_AT } from "#lib/alerts/own-settings.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

export type DigestReader = {
  readonly userId: number;
  readonly role: Role | null;
  /** In minutes of the local day. */
  readonly digestAt: number;
  readonly hasList: boolean;
};

type Query = { readonly kind?: "digest" | "month"; readonly day: number; readonly subject: string };

/** Who wants a digest, or to be told of a month, and has had none of this subject. */
export async function listDigestReaders(
  { kind = "digest", day, subject }: Query,
  executor: Executor = db,
): Promise<DigestReader[]> {
  const roles = ROLES.filter((role) => kindsOf(role).includes(kind));
  const had = sql`exists (select from alerts where user_id = ${users.id} and kind = ${kind} and subject = ${subject})`;
  const rows = await executor
    .select({
      userId: users.id,
      role: users.role,
      choices: alertSettings.choices,
      digestAt: sql<number>`coalesce(${alertSettings.digestAt}, ${DIGEST_AT}::int)`,
      hasList: sql<boolean>`exists (select from call_lists where user_id = ${users.id} and day = ${formatEpochDay(day)}::date)`,
    })
    .from(users)
    .leftJoin(alertSettings, eq(alertSettings.userId, users.id))
    .where(and(inArray(users.role, roles), isNull(users.disabledAt), sql`not ${had}`))
    .orderBy(asc(users.id));
  return rows.flatMap(({ choices, ...reader }) =>
    chosenChannels(kind, choicesSchema.parse(choices ?? {})).length === 0 ? [] : reader,
  );
}
