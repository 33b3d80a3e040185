import { hash, type Options, verify } from "@node-rs/argon2";

/** Argon2id as OWASP recommends it (Password Storage Cheat Sheet): 19 MiB, two passes, one thread. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password nobody knows: what a sign-in without a user is verified against. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$NBCYQRDsf9AN9eQg97dTWA$E5+kLlkm4963l1fM6s9qFKfhui94+44D4yA8mDNZNBE";

/** The same password typed on different keyboards is the same characters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Takes equally long with and without a hash, so that the time does not tell whether the user exists. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODY, password.normalize("NFKC"));
  return isRight && passwordHash !== null;
}
