import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { userTokens } from "#db/schema/index.ts";
import { createSecret, hashSecret } from "#lib/access/secret.ts";
import { type TokenPurpose, tokenExpiry } from "#lib/access/tokens.ts";

type UserToken = { readonly userId: number; readonly purpose: Exclude<TokenPurpose, "setup">; readonly at: Date };

/** The secret of a one-time link for a user, in place of those made before it. Inside the caller's transaction. */
export async function createUserToken({ userId, purpose, at }: UserToken, executor: Executor): Promise<string> {
  const token = createSecret();
  await executor.delete(userTokens).where(eq(userTokens.userId, userId));
  await executor
    .insert(userTokens)
    .values({ tokenHash: hashSecret(token), purpose, userId, createdAt: at, expiresAt: tokenExpiry(purpose, at) });
  return token;
}
