import { headers } from "next/headers";
import { createTranslator } from "next-intl";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import type { Refusal, ShownRefusal } from "#lib/result.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };

type Sentences = Readonly<Record<string, string>>;
export const CATALOGUES: Readonly<Record<Locale, { readonly codes: Sentences; readonly reasons: Sentences }>> = {
  nl: nl.refusals,
  en: en.refusals,
};

/** The caller's language: their own, else the browser's. */
export async function callerLocale(user: SessionUser | null): Promise<Locale> {
  return user?.locale ?? preferredLocale((await headers()).get("accept-language"));
}

/** Turns a refusal into sentences. A reason without a sentence of its own falls back to that of its code. */
export function showRefusal({ code, reason, params, fields = {} }: Refusal, locale: Locale): ShownRefusal {
  const { codes, reasons } = CATALOGUES[locale];
  const message = (reason && reasons[reason]) ?? codes[code] ?? code;
  const shown = Object.entries(fields).map(([field, name]) => [field, say(reasons[name] ?? reasons.invalid ?? name)]);
  return { code, message: say(message), fields: Object.fromEntries(shown) };

  function say(sentence: string): string {
    return createTranslator<{ sentence: string }>({ locale, messages: { sentence } })("sentence", params);
  }
}
