import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { hasUsers } from "#db/queries/users.ts";
import { userTokens } from "#db/schema/index.ts";
import { createSecret, hashSecret } from "#lib/access/secret.ts";
import { tokenExpiry } from "#lib/access/tokens.ts";

/** The one-time token by which the first admin is set up, in place of earlier ones; null once there are users. */
export async function createSetupToken({ at }: { readonly at: Date }, executor: Executor = db): Promise<string | null> {
  return executor.transaction(async (transaction) => {
    if (await hasUsers(transaction)) return null;
    const token = createSecret();
    await transaction.delete(userTokens).where(eq(userTokens.purpose, "setup"));
    await transaction.insert(userTokens).values({
      tokenHash: hashSecret(token),
      purpose: "setup",
      userId: null,
      createdAt: at,
      expiresAt: tokenExpiry("setup", at),
    });
    return token;
  });
}
