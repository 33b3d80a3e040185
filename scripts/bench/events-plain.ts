import { Pool } from "pg";
import type { IncomingEvent } from "#db/mutations/record-events.ts";
import { eventIdAtSource } from "#lib/events/identity.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE } from "./dataset.ts";
import { DATASET_ASSETS, DATASET_EVENT_TYPES } from "./dataset-events.ts";
import { type Arriving, arrivingBatches } from "./events-arriving.ts";

const TYPE_IDS = new Map<string, number>(DATASET_EVENT_TYPES.map((key, place) => [key, place + 1] as const));

/** Seconds that a plain INSERT of the same rows takes, in the same batches, into a copy of the same table. */
export async function insertPlainly(
  { writers, ...arriving }: Arriving & { readonly writers: number },
  url: string,
): Promise<number> {
  const pool = new Pool({ connectionString: url, max: writers });
  try {
    // As large as the real one, so that its indexes are as deep.
    await pool.query("create table plain_events (like events including all)");
    await pool.query("insert into plain_events select * from events where received_at < $1::timestamptz", [
      arriving.until,
    ]);
    await pool.query("vacuum analyze plain_events");
    const batches = [...arrivingBatches(arriving)].map((batch) => JSON.stringify(batch.map((event) => row(event))));
    const from = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) await pool.query(INSERT, [batch]);
      }),
    );
    return (performance.now() - from) / 1000;
  } finally {
    await pool.end();
  }

  function row(event: IncomingEvent) {
    const at = new Date(event.claimed).toISOString();
    return {
      lead_id: event.leadId,
      id: eventIdAtSource({ source: "bench", id: event.externalId ?? "" }),
      type_id: TYPE_IDS.get(event.type) ?? null,
      asset_id: event.asset === null ? null : 1 + DATASET_ASSETS.indexOf(event.asset),
      source_id: 1,
      occurred_at: at,
      day: formatEpochDay(localDay(event.claimed, DATASET_ZONE)),
      received_at: arriving.until.toISOString(),
      properties: event.properties,
    };
  }
}

const INSERT = {
  name: "insert",
  text: "insert into plain_events select * from json_populate_recordset(null::plain_events, $1)",
};
