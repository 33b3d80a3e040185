const HOUR_MS = 3_600_000;
const HOURS_A_PAGE = 1024;
const EMPTY = -0x80000000;
const MIXED = EMPTY + 1;

/** Local time minus UTC at an instant, in milliseconds. Throws on a zone that does not exist. */
export function zoneOffset(instantMs: number, timeZone: string): number {
  if (timeZone !== latest.timeZone) latest = findZone(timeZone);
  const hour = Math.floor(instantMs / HOUR_MS);
  if (hour < 0) return readOffset(instantMs, latest.format);
  const offset = offsetOfHour(hour, latest);
  return offset === MIXED ? readOffset(instantMs, latest.format) : offset;
}

/** `zoneOffset` of many instants; 0 for those that are not a number. */
export function zoneOffsets(instants: Float64Array, timeZone: string): Int32Array {
  const zone = findZone(timeZone);
  const offsets = new Int32Array(instants.length);
  for (let place = 0; place < offsets.length; place++) {
    const instantMs = instants[place] ?? Number.NaN;
    const hour = Math.floor(instantMs / HOUR_MS);
    const offset = hour >= 0 ? offsetOfHour(hour, zone) : MIXED;
    if (offset !== MIXED) offsets[place] = offset;
    else if (!Number.isNaN(instantMs)) offsets[place] = readOffset(instantMs, zone.format);
  }
  return offsets;
}

type Zone = {
  readonly timeZone: string;
  readonly format: Intl.DateTimeFormat;
  /** Offsets by UTC hour since 1970, a page for each 1,024 hours that were asked for. */
  readonly pages: (Int32Array | undefined)[];
};

const zones = new Map<string, Zone>();
let latest: Zone = findZone("UTC");

function findZone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone: Zone = { timeZone, format, pages: [] };
  zones.set(timeZone, zone);
  return zone;
}

/** A zone changes its offset only a few times a year, though not always on a whole hour of UTC. */
function offsetOfHour(hour: number, zone: Zone): number {
  const pageNumber = Math.floor(hour / HOURS_A_PAGE);
  let page = zone.pages[pageNumber];
  if (!page) {
    page = new Int32Array(HOURS_A_PAGE).fill(EMPTY);
    zone.pages[pageNumber] = page;
  }
  const known = page[hour % HOURS_A_PAGE] ?? EMPTY;
  if (known !== EMPTY) return known;
  const atStart = readOffset(hour * HOUR_MS, zone.format);
  const atEnd = readOffset((hour + 1) * HOUR_MS - 1, zone.format);
  const offset = atStart === atEnd ? atStart : MIXED;
  page[hour % HOURS_A_PAGE] = offset;
  return offset;
}

function readOffset(instantMs: number, format: Intl.DateTimeFormat): number {
  const wholeSecond = Math.floor(instantMs / 1000) * 1000;
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(wholeSecond)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond;
}
