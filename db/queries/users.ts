import { asc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { userIdentities, users } from "#db/schema/index.ts";
import type { ListedUser } from "#lib/access/listed-user.ts";

export type Credentials = { readonly userId: number; readonly passwordHash: string | null };

/** What a sign-in with this e-mail is checked against; null for unknown and disabled users. */
export async function findCredentials(
  { email }: { readonly email: string },
  executor: Executor = db,
): Promise<Credentials | null> {
  const [found] = await executor
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email}) and ${users.disabledAt} is null`);
  return found ?? null;
}

export async function findPasswordHash(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<string | null> {
  const [found] = await executor.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return found?.passwordHash ?? null;
}

/** Everybody, by name; the disabled ones last. */
export async function listUsers(executor: Executor = db): Promise<ListedUser[]> {
  return executor
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      dailyCapacity: users.dailyCapacity,
      hasJoined: sql<boolean>`${canSignIn}`,
      isDisabled: sql<boolean>`${users.disabledAt} is not null`,
    })
    .from(users)
    .orderBy(sql`${users.disabledAt} is not null`, asc(sql`lower(${users.name})`), asc(users.id));
}

export async function hasUsers(executor: Executor = db): Promise<boolean> {
  const found = await executor.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

/** Has a password, or an account at the provider. */
export const canSignIn = sql`(${users.passwordHash} is not null or exists (
  select 1 from ${userIdentities} where ${userIdentities.userId} = ${users.id}
))`;
