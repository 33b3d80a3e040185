import { createTranslator } from "next-intl";
import { z } from "zod";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Speech } from "./say.ts";

/** Sentences of a catalogue, by name, as deep as they are. */
type Sentences = { [name: string]: string | Sentences };
const sentences: z.ZodType<Sentences> = z.lazy(() => z.record(z.string(), z.union([z.string(), sentences])));

/** The part of a catalogue that alerts are worded by outside of pages. */
export const alertCatalogueSchema = z.object({
  alerts: z.object({ sentences, mail: z.record(z.string(), z.string()) }),
  /** Of the page of figures, which a month is told by. */
  performance: z.record(z.string(), z.union([z.string(), sentences])),
  reasons: z.record(z.string(), z.string()),
});

/** Says sentences of a catalogue; one that is not there is said by its name. */
export function speakerOf(among: Sentences, locale: Locale): Speech["say"] {
  return (key, values) => {
    const messages = { sentence: find(among, key) };
    return createTranslator<{ sentence: string }>({ locale, messages })("sentence", values);
  };
}

function find(among: Sentences, key: string): string {
  let at: string | Sentences | undefined = among;
  for (const name of key.split(".")) at = typeof at === "object" ? at[name] : undefined;
  return typeof at === "string" ? at : key;
}
