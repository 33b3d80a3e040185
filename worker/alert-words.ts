import { readFile } from "node:fs/promises";
import type { Speech } from "#lib/alerts/say.ts";
import { alertCatalogueSchema, speakerOf } from "#lib/alerts/speech.ts";
import type { Locale } from "#lib/i18n/locales.ts";

export type AlertWords = {
  readonly say: Speech["say"];
  /** What stands around an alert in a message. */
  readonly mail: (key: string) => string;
  /** What the page of figures says, and why sales gives leads back. */
  readonly page: Speech["say"];
  readonly reason: Speech["say"];
};

const read = new Map<Locale, ReturnType<typeof readCatalogue>>();

/** How an alert is worded outside the app: as in it, from the same catalogue. */
export async function alertWords(locale: Locale): Promise<AlertWords> {
  const catalogue = read.get(locale) ?? readCatalogue(locale);
  read.set(locale, catalogue);
  const { alerts, performance, reasons } = await catalogue;
  return {
    say: speakerOf(alerts.sentences, locale),
    mail: (key) => alerts.mail[key] ?? key,
    page: speakerOf(performance, locale),
    reason: speakerOf(reasons, locale),
  };
}

async function readCatalogue(locale: Locale) {
  const url = new URL(`../messages/${locale}.json`, import.meta.url);
  return alertCatalogueSchema.parse(JSON.parse(await readFile(url, "utf8")));
}
