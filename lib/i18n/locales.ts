import type { Label } from "#lib/scoring/definition.ts";

export const LOCALES = ["nl", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** A label that users wrote, in the language of who reads it. */
export function localized(label: Label, locale: Locale): string {
  return typeof label === "string" ? label : label[locale];
}
