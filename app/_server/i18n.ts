import { getRequestConfig } from "next-intl/server";
import { readEnv } from "#lib/env.ts";
import { findAppearance } from "./appearance.ts";

export default getRequestConfig(async () => {
  const { locale, timeZone } = await findAppearance();
  const messages = (await import(`../../messages/${locale}.json`)).default;
  return { locale, messages, timeZone, onError: reportMessage };
});

/** A message that is missing or not filled in: a test fails on it, a person sees its name and the log says so. */
function reportMessage(error: Error): void {
  if (readEnv().VOORRANG_TEST) throw error;
  console.error(error.message);
}
