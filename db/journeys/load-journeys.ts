import { connectBulk } from "#db/bulk.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { HistoryGathering } from "#lib/performance/gather-history.ts";
import { KeptJourneys } from "#lib/performance/kept-journeys.ts";
import { journeysOf } from "#lib/performance/lead-history.ts";
import { ALL_HISTORIES } from "./lead-histories.ts";

const FIELDS = 7;

/** The journeys of all leads, whose days begin in a zone. */
export async function loadJourneys(timeZone: string, url: string): Promise<KeptJourneys> {
  const kept = new KeptJourneys();
  const gathering = new HistoryGathering((history) => kept.put(history.leadId, journeysOf(history, timeZone)));
  const row = new BinaryRow(FIELDS);
  const text = (field: number) => (row.isNull(field) ? null : row.text(field));
  const client = await connectBulk(url);
  try {
    await readBinaryRows(client, { statement: `copy (${ALL_HISTORIES}) to stdout (format binary)`, row }, () =>
      gathering.add({
        leadId: row.int8(0),
        part: row.int4(1),
        at: row.instant(2),
        word: text(3),
        place: text(4),
        stageFrom: text(5),
        number: row.isNull(6) ? null : row.int8(6),
      }),
    );
    gathering.end();
    return kept;
  } finally {
    await client.end();
  }
}
