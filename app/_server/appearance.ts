import { headers } from "next/headers";
import { cache } from "react";
import type { Theme } from "#lib/access/session-user.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import { findOrganisationZone } from "./organisation-zone.ts";
import { findSessionUser } from "./session.ts";

type Appearance = { readonly locale: Locale; readonly theme: Theme; readonly timeZone: string };

/**
 * How a page looks to who asks for it: the user's language and theme, else the browser's; dates and
 * times in the organisation's zone. While the database does not answer the browser decides, so that
 * the frame stands in which the page, which asks for the same session, then says what is wrong.
 */
export const findAppearance = cache(async (): Promise<Appearance> => {
  // First of all, so that a build, which has no request, stops here and asks no database.
  const browser = preferredLocale((await headers()).get("accept-language"));
  const [user, zone] = await Promise.allSettled([findSessionUser(), findOrganisationZone()]);
  const { locale, theme } = (user.status === "fulfilled" && user.value) || { locale: null, theme: "system" as const };
  return { locale: locale ?? browser, theme, timeZone: zone.status === "fulfilled" ? zone.value : "UTC" };
});
