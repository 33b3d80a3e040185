import { createTranslator } from "next-intl";
import { createLoader } from "nuqs/server";
import { csvResponse } from "#app/_server/csv-response.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { callerLocale } from "#app/_server/refusal.ts";
import { defineRoute } from "#app/_server/route.ts";
import { type PhraseWords, sayPhrase } from "#components/scoring/say-phrase.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { type HandOverQuery, orderHandedOver, readHandedOver } from "#db/queries/hand-over.ts";
import { handOverFilterOf, handOverParams } from "#lib/call-list/hand-over.ts";
import { HAND_OVER_FILE_COLUMNS, handOverFileRow } from "#lib/call-list/hand-over-file.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { type Locale, localized } from "#lib/i18n/locales.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import en from "../../../../messages/en.json" with { type: "json" };
import nl from "../../../../messages/nl.json" with { type: "json" };

const ROWS_AT_ONCE = 200;
const load = createLoader(handOverParams);
const WHY = { nl: nl.why, en: en.why } as const satisfies Readonly<Record<Locale, unknown>>;

/** The hand-over list as filtered, as a CSV file with the reasons in the reader's language; streamed. */
export const GET = defineRoute({
  permission: "export_data",
  run: async (request, { user, at }) => {
    const [generation, timeZone] = await Promise.all([findCurrentGeneration(), findOrganisationZone()]);
    const filter = handOverFilterOf(load(request));
    const query = { viewer: user, filter, today: localDay(at.getTime(), timeZone), timeZone, generation };
    return csvResponse(rowsOf(query, wordsIn(await callerLocale(user), timeZone)), { fileName: "hand-over.csv" });
  },
});

/** A file is read on other days: its days are dates. */
function wordsIn(locale: Locale, timeZone: string): PhraseWords {
  const t = createTranslator({ locale, timeZone, messages: WHY[locale] });
  return {
    t,
    label: (text) => localized(text, locale),
    when: (instant) => formatEpochDay(localDay(instant, timeZone)),
    day: formatEpochDay,
  };
}

async function* rowsOf(query: HandOverQuery, words: PhraseWords): AsyncGenerator<readonly CsvValue[]> {
  yield HAND_OVER_FILE_COLUMNS;
  // Put in order once: it would be all of them again for each piece.
  const leadIds = (await orderHandedOver(query)).map(({ leadId }) => leadId);
  for (let first = 0; first < leadIds.length; first += ROWS_AT_ONCE)
    for (const lead of await readHandedOver({ ...query, leadIds: leadIds.slice(first, first + ROWS_AT_ONCE) }))
      yield handOverFileRow(lead, { points: pointsText, say: ({ main }) => sayPhrase(main, words) });
}
