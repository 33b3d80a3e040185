import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { CrmWords } from "#db/mutations/exchange-with-crm.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { pointsText } from "#lib/leads/score-row.ts";

const text = z.string();
const catalogueSchema = z.object({
  crm: z.object({
    there: z.object({ fit: text, engagement: text, combined: text, cell: text, reasons: text, rest: text }),
  }),
});

/** What the product's own fields and the reasons are called in a CRM, from the catalogue of the pages. */
export async function crmWords(locale: Locale): Promise<CrmWords> {
  const url = new URL(`../messages/${locale}.json`, import.meta.url);
  const { rest, ...targets } = catalogueSchema.parse(JSON.parse(await readFile(url, "utf8"))).crm.there;
  const axes = { fit: targets.fit, engagement: targets.engagement };
  return { targets, reasons: { locale, axes, rest, points: pointsText } };
}
