import { BinaryRows } from "#db/copy-binary-writer.ts";
import { type Random, seededRandom } from "#lib/random.ts";
import { localDay } from "#lib/time/local-day.ts";

/**
 * Kinds of events with how many of 100 are of each, and how many assets they are about. A little
 * over half match a criterion of the benchmark model: some types no criterion asks for, and of those
 * with a condition a part does not meet it.
 */
const EVENT_MIX = [
  ["session_started", 16, 0],
  ["email_sent", 14, 60],
  ["ad_seen", 8, 40],
  ["email_opened", 14, 60],
  ["page_viewed", 17, 400],
  ["pricing_viewed", 5, 3],
  ["whitepaper_read", 4, 24],
  ["case_study_viewed", 3, 30],
  ["webinar_joined", 2, 12],
  ["email_clicked", 6, 60],
  ["video_played", 4, 20],
  ["form_submitted", 3, 0],
  ["chat_started", 1.5, 0],
  ["trial_used", 1.5, 0],
  ["demo_requested", 1, 0],
] as const satisfies readonly (readonly [string, number, number])[];

export const DATASET_EVENT_TYPES = EVENT_MIX.map(([key]) => key);
export const DATASET_ASSETS = EVENT_MIX.flatMap(([key, , assets]) =>
  Array.from({ length: assets }, (_, at) => `/${key.replaceAll("_", "-")}/${at + 1}`),
);
export const EVENT_COLUMNS =
  "lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, claimed_at, joined_at, properties, property_set_id";

const PER_CENT = 100;
const DAY_MS = 86_400_000;
const CHUNK = 1 << 18;
/** Events span so many days before the last. */
export const DATASET_DAYS = 730;
/** Leads of which events exist when the first event happens, as a share of all. */
const FIRST_SHARE = 0.2;

export type EventPlan = {
  readonly leads: number;
  readonly events: number;
  /** Instant of the last event. */
  readonly until: number;
  readonly timeZone: string;
};

/** What events of a type said, each with its number from 1. */
export type DatasetSets = Map<string, { readonly id: number; readonly typeId: number; readonly text: string }>;

/**
 * Events in order of arrival, as a database that grew has them: leads mixed, the older ones with more.
 * Adds the sets of their properties to `sets`.
 */
export function* eventRows({ leads, events, until, timeZone }: EventPlan, sets: DatasetSets): Generator<Buffer> {
  const random = seededRandom(20);
  const rows = new BinaryRows();
  const typeOfHundredth = spread();
  const firstAsset = firstAssets();
  const from = until - DATASET_DAYS * DAY_MS;
  yield BinaryRows.header();
  for (let n = 0; n < events; n++) {
    const share = (n + random.next()) / events;
    const at = Math.floor(from + share * (until - from));
    const known = Math.max(1, Math.floor(leads * (FIRST_SHARE + (1 - FIRST_SHARE) * share)));
    const type = typeOfHundredth[random.below(typeOfHundredth.length)] ?? 0;
    const [key, , assets] = EVENT_MIX[type] ?? EVENT_MIX[0];
    rows.begin(12);
    rows.int8(1 + random.below(known));
    rows.uuid(random.bits(), random.bits(), random.bits(), n);
    rows.int4(type + 1);
    if (assets === 0) rows.null();
    else rows.int8((firstAsset[type] ?? 0) + random.below(assets));
    rows.int4(1);
    rows.instant(at);
    rows.day(localDay(at, timeZone));
    rows.instant(at);
    rows.null();
    rows.null();
    const properties = propertiesOf(key, random);
    if (properties === null) {
      rows.null();
      rows.null();
    } else {
      rows.json(properties);
      rows.int4(setId(type + 1, properties, sets));
    }
    if (rows.bytes > CHUNK) yield rows.take();
  }
  yield rows.take();
  yield BinaryRows.trailer();
}

function setId(typeId: number, text: string, sets: DatasetSets): number {
  const key = `${typeId} ${text}`;
  const id = sets.get(key)?.id ?? sets.size + 1;
  if (id > sets.size) sets.set(key, { id, typeId, text });
  return id;
}

/** Events of one lead, mixed as those of the organisation are. */
export function eventSamples(count: number, random: Random) {
  const typeOfHundredth = spread();
  return Array.from({ length: count }, () => {
    const [type, , assets] = EVENT_MIX[typeOfHundredth[random.below(typeOfHundredth.length)] ?? 0] ?? EVENT_MIX[0];
    const properties = propertiesOf(type, random);
    return {
      type,
      asset: assets === 0 ? null : `/${type}/${random.below(assets)}`,
      properties: properties === null ? null : JSON.parse(properties),
    };
  });
}

/** When the lead with a number from 0 came to be: before its first event. */
export function createdAt(lead: number, { leads, until }: EventPlan): number {
  const share = Math.max(0, ((lead + 1) / leads - FIRST_SHARE) / (1 - FIRST_SHARE));
  return Math.floor(until - DATASET_DAYS * DAY_MS * (1 - share)) - DAY_MS;
}

function propertiesOf(type: (typeof EVENT_MIX)[number][0], random: Random): string | null {
  switch (type) {
    case "page_viewed":
      return `{"seconds": ${Math.floor(random.next() * random.next() * 480)}, "referrer": "${random.pick(REFERRERS)}"}`;
    case "email_clicked":
      return `{"campaign": "${random.pick(CAMPAIGNS)} ${1 + random.below(8)}"}`;
    case "video_played":
      return `{"minutes": ${random.below(6)}, "quality": "${random.pick(["hd", "sd"])}"}`;
    case "form_submitted":
      return `{"form": "${random.pick(["demo", "quote", "contact", "newsletter", "job"])}", "fields": ${3 + random.below(9)}}`;
    default:
      return null;
  }
}

const REFERRERS = ["google", "bing", "direct", "partner", "newsletter"] as const;
const CAMPAIGNS = ["autumn", "Autumn fair", "spring", "launch", "autumn webinar"] as const;

function spread(): Uint8Array {
  const halves = EVENT_MIX.flatMap(([, perCent], type) => Array.from({ length: perCent * 2 }, () => type));
  if (halves.length !== PER_CENT * 2) throw new Error(`The shares of event types add up to ${halves.length / 2}.`);
  return Uint8Array.from(halves);
}

/** Ids count from 1, in the order of `DATASET_ASSETS`. */
function firstAssets(): number[] {
  let next = 1;
  return EVENT_MIX.map(([, , assets]) => {
    const first = next;
    next += assets;
    return first;
  });
}
