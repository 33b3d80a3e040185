import { Codes } from "#lib/census/codes.ts";
import { LeadPlaces } from "#lib/census/lead-places.ts";
import { resized } from "#lib/scoring/resized.ts";
import { ColumnRoom } from "./column-room.ts";
import type { Journey } from "./journey.ts";
import { asksForHandedOver, isAskedFor, type JourneyFilter } from "./journey-filter.ts";
import { JourneyTable } from "./journey-table.ts";
import { type JourneyColumns, KeptJourney } from "./kept-journey.ts";
import { KeptSelections } from "./kept-selections.ts";
import { hasNoCourse, KeptWays, NO_WAY } from "./kept-ways.ts";
import { isOnWay } from "./lead-history.ts";
import { PairCounts } from "./pair-counts.ts";
import { ArrivalCounts, type Selection } from "./select-journeys.ts";

const FIRST_ROOM = 1024;
/** In place of a day: the lead is gone. */
const GONE = -0x80000000;
/** No code of a value is below 0. */
const ANY = -1;

/**
 * All journeys as columns: 36 bytes a lead, 83 more for each on which something happened, and once each list of calls. Whoever
 * holds it keeps it up to date.
 */
export class KeptJourneys implements JourneyColumns {
  readonly sources = new Codes<string>();
  readonly countries = new Codes<string>();
  readonly owners = new Codes<number>();
  readonly ways = new KeptWays();
  readonly places = new LeadPlaces();
  createdAt = new Float64Array(FIRST_ROOM);
  createdDay = new Int32Array(FIRST_ROOM);
  source = new Int32Array(FIRST_ROOM);
  country = new Int32Array(FIRST_ROOM);
  owner = new Int32Array(FIRST_ROOM);
  way = new Int32Array(FIRST_ROOM).fill(NO_WAY);
  /** Rises with each change. */
  revision = 0;
  /** Rises with each change but of deals, clocks and attempts to speak to a lead. */
  courseRevision = 0;
  private firstDay = Number.POSITIVE_INFINITY;
  private lastDay = Number.NEGATIVE_INFINITY;
  /** For who asks on behalf of one page after the other. */
  readonly selections = new KeptSelections(this);
  /** Of the few leads that were opened again: what began then. */
  private readonly later = new Map<number, readonly Journey[]>();

  /** The journeys of a lead, oldest first, in place of those before; none when it is gone. */
  put(leadId: number, [first, ...later]: readonly Journey[]): void {
    const known = this.places.find(leadId);
    if (!first && known === null) return;
    this.revision++;
    const isReopened = later.length > 0 || this.later.has(leadId);
    if (!first || known === null || isReopened || !this.isSameCourse(known, first)) this.courseRevision++;
    if (later.length > 0) this.later.set(leadId, later);
    else this.later.delete(leadId);
    for (const { createdDay } of first ? [first, ...later] : []) {
      this.firstDay = Math.min(this.firstDay, createdDay);
      this.lastDay = Math.max(this.lastDay, createdDay);
    }
    const place = known ?? this.add(leadId);
    this.createdDay[place] = first?.createdDay ?? GONE;
    if (first) this.write(place, first);
  }

  /** Whether a journey differs from the one at a place in deals, clocks and attempts at most. */
  private isSameCourse(place: number, journey: Journey): boolean {
    const way = this.way[place] ?? NO_WAY;
    return (
      this.createdDay[place] === journey.createdDay &&
      this.createdAt[place] === journey.createdAt &&
      this.sources.valueOf(this.source[place] ?? 0) === journey.source &&
      this.countries.valueOf(this.country[place] ?? 0) === journey.country &&
      this.owners.valueOf(this.owner[place] ?? 0) === journey.ownerId &&
      (way === NO_WAY ? hasNoCourse(journey) : this.ways.isSameCourse(way, journey))
    );
  }

  private write(place: number, journey: Journey): void {
    this.createdAt[place] = journey.createdAt;
    this.source[place] = this.sources.codeOf(journey.source);
    this.country[place] = this.countries.codeOf(journey.country);
    this.owner[place] = this.owners.codeOf(journey.ownerId);
    this.way[place] = isOnWay(journey) ? this.ways.put(this.way[place] ?? NO_WAY, journey) : NO_WAY;
  }

  /** A filter by the days that it asks for and that there are. */
  narrow(filter: JourneyFilter): JourneyFilter {
    return { ...filter, ...this.daysOf(filter) };
  }

  /** What `selectJourneys` gives of the rows, its columns in a room of their own; to be read before the journeys change. */
  select(filter: JourneyFilter, room = new ColumnRoom()): Selection {
    const later = [...this.later.values()].flat().filter((journey) => isAskedFor(journey, filter));
    const arrivals = new ArrivalCounts();
    for (const { createdDay, source } of later) arrivals.add(createdDay, source);
    const chosen = this.choose(filter, arrivals, { isOnWay: true });
    const laterOnWay = later.filter(isOnWay);
    return {
      arrivals: arrivals.list(),
      journeys: {
        forEach: (visit) => {
          const journey = new KeptJourney(this);
          for (let at = 0; at < chosen.length; at++) if (journey.moveTo(chosen[at] ?? 0)) visit(journey);
          for (const each of laterOnWay) visit(each);
        },
        table: () => this.makeTable(chosen, laterOnWay, room),
      },
    };
  }

  /** What is made of journeys one by one, without asking each for each of its parts. */
  private makeTable(chosen: Int32Array, later: readonly Journey[], room: ColumnRoom): JourneyTable {
    const { createdAt, createdDay, source, way: ofWay, ways, sources } = this;
    room.clear();
    const codes = { sources, reps: ways.reps, callLists: ways.callLists };
    const table = new JourneyTable(chosen.length + later.length, codes, room);
    for (let row = 0; row < chosen.length; row++) {
      const place = chosen[row] ?? 0;
      table.source[row] = source[place] ?? 0;
      table.createdDay[row] = createdDay[place] ?? 0;
      table.createdAt[row] = createdAt[place] ?? Number.NaN;
      ways.copyTo(table, row, ofWay[place] ?? NO_WAY);
    }
    for (const [at, journey] of later.entries()) table.write(chosen.length + at, journey);
    return table;
  }

  /** The leads whose journeys are asked for, also those on which nothing happened. */
  listLeads(filter: JourneyFilter): number[] {
    const places = this.choose(filter, new ArrivalCounts(), { isOnWay: false });
    const later = [...this.later].filter(([, journeys]) => journeys.some((journey) => isAskedFor(journey, filter)));
    return [...Array.from(places, (place) => this.places.ids[place] ?? 0), ...later.map(([leadId]) => leadId)];
  }

  /** Counts who is asked for and gives their places, only of those on their way or of all: one loop over plain columns. */
  private choose(
    filter: JourneyFilter,
    arrivals: ArrivalCounts,
    { isOnWay }: { readonly isOnWay: boolean },
  ): Int32Array {
    const chosen = new Int32Array(isOnWay ? this.ways.length : this.places.length);
    const codes = this.codesOf(filter);
    if (codes === null) return chosen.subarray(0, 0);
    const { createdDay, source: ofSource, country: ofCountry, owner: ofOwner, way: ofWay } = this;
    const { cell: ofCell, version: ofVersion } = this.ways;
    const { source, country, owner, cell, version } = codes;
    const { from: first, until: last } = this.daysOf(filter);
    const isHandedOver = asksForHandedOver(filter);
    const counts = new PairCounts({ rows: this.sources.size, columns: Math.max(1, last - first + 1) });
    let length = 0;
    for (let place = 0; place < this.places.length; place++) {
      const day = createdDay[place] ?? GONE;
      if (day < first || day > last) continue;
      if (source !== ANY && ofSource[place] !== source) continue;
      if (country !== ANY && ofCountry[place] !== country) continue;
      if (owner !== ANY && ofOwner[place] !== owner) continue;
      const way = ofWay[place] ?? NO_WAY;
      if (isHandedOver) {
        if (way === NO_WAY || !this.ways.wasHandedOver(way)) continue;
        if (cell !== ANY && ofCell[way] !== cell) continue;
        if (version !== ANY && ofVersion[way] !== version) continue;
      }
      if (way !== NO_WAY || !isOnWay) chosen[length++] = place;
      counts.add(ofSource[place] ?? 0, day - first);
    }
    counts.forEach((code, day, leads) => {
      arrivals.add(first + day, this.sources.valueOf(code), leads);
    });
    return chosen.subarray(0, length);
  }

  /** The days that are asked for and that there are. */
  private daysOf({ from, until }: JourneyFilter): { readonly from: number; readonly until: number } {
    const { firstDay, lastDay } = this;
    return { from: Math.max(from ?? firstDay, firstDay), until: Math.min(until ?? lastDay, lastDay) };
  }

  /** null when a value is asked for that no lead ever had. */
  private codesOf({ source, country, owner, cell, versionId }: JourneyFilter) {
    const codes = {
      source: source === null ? ANY : this.sources.find(source || null),
      country: country === null ? ANY : this.countries.find(country || null),
      owner: owner === null ? ANY : this.owners.find(owner === "none" ? null : owner),
      cell: cell === null ? ANY : this.ways.cells.find(cell || null),
      version: versionId === null ? ANY : this.ways.versions.find(versionId),
    };
    const { source: ofSource, country: ofCountry, owner: ofOwner, cell: ofCell, version } = codes;
    if (ofSource === null || ofCountry === null || ofOwner === null || ofCell === null || version === null) return null;
    return { source: ofSource, country: ofCountry, owner: ofOwner, cell: ofCell, version };
  }

  private add(leadId: number): number {
    const place = this.places.add(leadId);
    if (place === this.way.length) this.makeRoom();
    return place;
  }

  private makeRoom(): void {
    const room = this.way.length * 2;
    this.createdAt = resized(this.createdAt, new Float64Array(room));
    this.createdDay = resized(this.createdDay, new Int32Array(room));
    this.source = resized(this.source, new Int32Array(room));
    this.country = resized(this.country, new Int32Array(room));
    this.owner = resized(this.owner, new Int32Array(room));
    this.way = resized(this.way, new Int32Array(room).fill(NO_WAY));
  }
}
