import type { ApiWords } from "#lib/api/openapi.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };

/** What the document of the API says, by language. */
export const API_WORDS: Readonly<Record<Locale, ApiWords>> = { nl: nl.api, en: en.api };
