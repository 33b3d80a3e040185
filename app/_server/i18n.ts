import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { readEnv } from "#lib/env.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import { findOrganisationZone } from "./organisation-zone.ts";
import { findSessionUser } from "./session.ts";

/** The user's language, else the browser's; dates and times in the organisation's zone. */
export default getRequestConfig(async () => {
  // First of all, so that a build, which has no request, stops here and asks no database.
  const requestHeaders = await headers();
  const [user, zone] = await Promise.all([findSessionUser(), findOrganisationZone()]);
  const locale = user?.locale ?? preferredLocale(requestHeaders.get("accept-language"));
  const messages = (await import(`../../messages/${locale}.json`)).default;
  return { locale, messages, timeZone: zone, onError: reportMessage };
});

/** A message that is missing or not filled in: a test fails on it, a person sees its name and the log says so. */
function reportMessage(error: Error): void {
  if (readEnv().VOORRANG_TEST) throw error;
  console.error(error.message);
}
