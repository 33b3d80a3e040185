import type { IncomingEvent } from "#db/mutations/record-events.ts";
import { type Random, seededRandom } from "#lib/random.ts";
import { DATASET_ASSETS, DATASET_EVENT_TYPES } from "./dataset-events.ts";

export type Arriving = {
  readonly leads: number;
  /** Events in all, and in one batch. */
  readonly count: number;
  readonly batch: number;
  readonly until: Date;
  readonly seed: number;
  /** How uneven their leads are: 1 for all alike; with 3 a tenth of them has nearly half of the events. */
  readonly skew?: number;
};

const HOUR_MS = 3_600_000;

/** New events as a connected website sends them: of the last hour, each with an id of its own at the source. */
export function* arrivingBatches({ leads, count, batch, until, seed, skew = 1 }: Arriving): Generator<IncomingEvent[]> {
  const random = seededRandom(seed);
  for (let from = 0; from < count; from += batch)
    yield Array.from({ length: Math.min(batch, count - from) }, (_, n) => {
      const claimed = until.getTime() - random.below(HOUR_MS);
      return {
        leadId: 1 + Math.floor(leads * random.next() ** skew),
        type: DATASET_EVENT_TYPES[random.below(DATASET_EVENT_TYPES.length)] ?? "page_viewed",
        claimed,
        time: new Date(claimed).toISOString(),
        externalId: `${seed}-${from + n}`,
        asset: DATASET_ASSETS[random.below(DATASET_ASSETS.length)] ?? null,
        properties: propertiesOf(random),
      };
    });
}

function propertiesOf(random: Random): IncomingEvent["properties"] {
  return random.next() < 0.5 ? null : { seconds: random.below(480), referrer: random.pick(["google", "bing", "mail"]) };
}
