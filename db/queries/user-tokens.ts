import { and, eq, gt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users, userTokens } from "#db/schema/index.ts";
import type { TokenPurpose } from "#lib/access/tokens.ts";

export type TokenHolder = { readonly userId: number; readonly name: string; readonly email: string };

/** Whom a one-time link is for; null when it was used, replaced, has run out or was never made. */
export async function findTokenHolder(
  { tokenHash, purpose, at }: { readonly tokenHash: string; readonly purpose: TokenPurpose; readonly at: Date },
  executor: Executor = db,
): Promise<TokenHolder | null> {
  const [found] = await executor
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .where(and(eq(userTokens.tokenHash, tokenHash), eq(userTokens.purpose, purpose), gt(userTokens.expiresAt, at)));
  return found ?? null;
}

/** Whether the token printed on the console may still set up this installation. */
export async function isSetupToken(
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
  executor: Executor = db,
): Promise<boolean> {
  const found = await executor
    .select({ tokenHash: userTokens.tokenHash })
    .from(userTokens)
    .where(and(eq(userTokens.tokenHash, tokenHash), eq(userTokens.purpose, "setup"), gt(userTokens.expiresAt, at)));
  return found.length > 0;
}
