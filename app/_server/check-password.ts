import { limitAttempts } from "#db/mutations/limit-attempts.ts";
import { findCredentials } from "#db/queries/users.ts";
import { verifyPassword } from "#lib/access/password.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { readClientAddress } from "./client-address.ts";

const QUARTER_HOUR = 900;

/** Ten guesses a quarter of an hour need ages for twelve characters, and forgive a Monday morning. */
const perAccount = limitAttempts({ name: "sign-in-account", attempts: 10, seconds: QUARTER_HOUR });
/** An office shares one address; right passwords do not count. */
const perAddress = limitAttempts({ name: "sign-in-address", attempts: 60, seconds: QUARTER_HOUR });

type Attempt = { readonly email: string; readonly password: string };

/**
 * Whose e-mail and password these are. Attempts count per account and per address, before the
 * password is looked at, so that guesses sent at once count too. An unknown user, a disabled one
 * and a wrong password are refused alike and take the same time.
 */
export async function checkPassword({ email, password }: Attempt): Promise<Result<{ readonly userId: number }>> {
  const account = hashSecret(email.toLowerCase());
  const address = (await readClientAddress()) ?? "unknown";
  if (!(await perAddress.attempt(address))) return refuse("rate_limited", { reason: "too_many_sign_ins" });
  if (!(await perAccount.attempt(account))) return refuse("rate_limited", { reason: "too_many_sign_ins" });
  const found = await findCredentials({ email });
  const isRight = await verifyPassword(password, found?.passwordHash ?? null);
  if (!found || !isRight) return refuse("invalid_input", { reason: "wrong_password" });
  await perAccount.forget(account);
  await perAddress.takeBack(address);
  return ok({ userId: found.userId });
}
