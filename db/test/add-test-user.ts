import type { Executor } from "#db/client.ts";
import { createSession } from "#db/mutations/create-session.ts";
import { users } from "#db/schema/index.ts";
import { hashSecret } from "#lib/access/secret.ts";

type NewUser = typeof users.$inferInsert;

/** 9 in the morning of an ordinary Tuesday in Amsterdam. */
export const TEST_TIME = new Date("2026-03-10T08:00:00Z");

let counter = 0;

/** A user who can sign in: a rep, unless told otherwise. The password hash matches no password. */
export async function addTestUser(executor: Executor, overrides: Partial<NewUser> = {}): Promise<number> {
  counter++;
  const [user] = await executor
    .insert(users)
    .values({
      email: `user${counter}@example.com`,
      name: `User ${counter}`,
      role: "rep",
      passwordHash: "none",
      createdAt: TEST_TIME,
      ...overrides,
    })
    .returning({ id: users.id });
  if (!user) throw new Error("The user was not stored.");
  return user.id;
}

/** Signs a user in; the id as the cookie carries it, and the hash as the table does. */
export async function signInTestUser(executor: Executor, userId: number, at: Date = TEST_TIME) {
  const id = await createSession({ userId, at }, executor);
  if (id === null) throw new Error("The user may not sign in.");
  return { id, idHash: hashSecret(id) };
}
