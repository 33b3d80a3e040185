import { Codes } from "#lib/census/codes.ts";
import { resized } from "#lib/scoring/resized.ts";
import type { Deal, Journey, JourneyClock } from "./journey.ts";
import type { JourneyTable } from "./journey-table.ts";
import { KeptLists } from "./kept-lists.ts";

const FIRST_ROOM = 256;
export const NO_WAY = -1;

/** The instants of a way, and where each lies beside the others; NaN for what never was. */
export const INSTANT = {
  handedOverAt: 0,
  acceptedAt: 1,
  qualifiedAt: 2,
  opportunityAt: 3,
  wonAt: 4,
  customerAt: 5,
  lostAt: 6,
  firstTouchAt: 7,
} as const;
export const INSTANTS = 8;

/** The instants that no attempt changes. */
const COURSE = [
  ...(["handedOverAt", "acceptedAt", "qualifiedAt", "opportunityAt"] as const),
  ...(["wonAt", "customerAt", "lostAt"] as const),
];

/** Whether nothing happened on a journey but attempts, deals and clocks. */
export function hasNoCourse(journey: Journey): boolean {
  return (
    !journey.isClosed &&
    journey.cell === null &&
    journey.versionId === null &&
    COURSE.every((name) => journey[name] === null)
  );
}

const NO_DEALS: readonly Deal[] = [];
const NO_CLOCKS: readonly JourneyClock[] = [];

/** What journeys have on which something happened, as columns by a number of their own. */
export class KeptWays {
  readonly cells = new Codes<string>();
  readonly versions = new Codes<number>();
  readonly reps = new Codes<number>();
  private readonly clocks = new Map<number, readonly JourneyClock[]>();
  private readonly deals = new Map<number, readonly Deal[]>();
  /** Numbers in use; those that nobody refers to any more stay behind. */
  length = 0;
  instants = new Float64Array(FIRST_ROOM * INSTANTS);
  cell = new Int32Array(FIRST_ROOM);
  version = new Int32Array(FIRST_ROOM);
  rep = new Int32Array(FIRST_ROOM);
  readonly callLists = new KeptLists();
  private calls = new Int32Array(FIRST_ROOM);
  closed = new Uint8Array(FIRST_ROOM);
  /** 1 for those with a deal, and with a clock: to ask the map of each would take longer than all else. */
  private dealt = new Uint8Array(FIRST_ROOM);
  private clocked = new Uint8Array(FIRST_ROOM);

  /** Keeps the way of a journey under the number that it has, or a new one; gives the number. */
  put(number: number, journey: Journey): number {
    const way = number === NO_WAY ? this.add() : number;
    this.writeInstant(way, INSTANT.handedOverAt, journey.handedOverAt);
    this.writeInstant(way, INSTANT.acceptedAt, journey.acceptedAt);
    this.writeInstant(way, INSTANT.qualifiedAt, journey.qualifiedAt);
    this.writeInstant(way, INSTANT.opportunityAt, journey.opportunityAt);
    this.writeInstant(way, INSTANT.wonAt, journey.wonAt);
    this.writeInstant(way, INSTANT.customerAt, journey.customerAt);
    this.writeInstant(way, INSTANT.lostAt, journey.lostAt);
    this.writeInstant(way, INSTANT.firstTouchAt, journey.firstTouchAt);
    this.cell[way] = this.cells.codeOf(journey.cell);
    this.version[way] = this.versions.codeOf(journey.versionId);
    this.rep[way] = this.reps.codeOf(journey.repId);
    this.calls[way] = this.callLists.codeOf(journey.callDays);
    this.closed[way] = journey.isClosed ? 1 : 0;
    this.dealt[way] = journey.deals.length > 0 ? 1 : 0;
    this.clocked[way] = journey.clocks.length > 0 ? 1 : 0;
    if (journey.clocks.length > 0) this.clocks.set(way, journey.clocks);
    else this.clocks.delete(way);
    if (journey.deals.length > 0) this.deals.set(way, journey.deals);
    else this.deals.delete(way);
    return way;
  }

  /** Whether a journey differs from a way in deals, clocks and attempts at most. */
  isSameCourse(way: number, journey: Journey): boolean {
    return (
      this.cells.valueOf(this.cell[way] ?? 0) === journey.cell &&
      this.versions.valueOf(this.version[way] ?? 0) === journey.versionId &&
      (this.closed[way] === 1) === journey.isClosed &&
      COURSE.every((name) => Object.is(this.instants[way * INSTANTS + INSTANT[name]], journey[name] ?? Number.NaN))
    );
  }

  wasHandedOver(way: number): boolean {
    return !Number.isNaN(this.instants[way * INSTANTS + INSTANT.handedOverAt] ?? Number.NaN);
  }

  /** Writes what a row of the table has of a way. */
  copyTo(to: JourneyTable, row: number, way: number): void {
    const { instants } = this;
    const first = way * INSTANTS;
    to.rep[row] = this.rep[way] ?? 0;
    to.calls[row] = this.calls[way] ?? 0;
    if (this.dealt[way] === 1) to.deals.push({ row, deals: this.dealsOf(way) });
    to.closed[row] = this.closed[way] ?? 0;
    to.handedOverAt[row] = instants[first + INSTANT.handedOverAt] ?? Number.NaN;
    to.acceptedAt[row] = instants[first + INSTANT.acceptedAt] ?? Number.NaN;
    to.qualifiedAt[row] = instants[first + INSTANT.qualifiedAt] ?? Number.NaN;
    to.opportunityAt[row] = instants[first + INSTANT.opportunityAt] ?? Number.NaN;
    to.wonAt[row] = instants[first + INSTANT.wonAt] ?? Number.NaN;
    to.customerAt[row] = instants[first + INSTANT.customerAt] ?? Number.NaN;
    to.firstTouchAt[row] = instants[first + INSTANT.firstTouchAt] ?? Number.NaN;
  }

  callDaysOf(way: number): readonly number[] {
    return this.callLists.listOf(this.calls[way] ?? 0);
  }

  dealsOf(way: number): readonly Deal[] {
    return this.dealt[way] === 1 ? (this.deals.get(way) ?? NO_DEALS) : NO_DEALS;
  }

  clocksOf(way: number): readonly JourneyClock[] {
    return this.clocked[way] === 1 ? (this.clocks.get(way) ?? NO_CLOCKS) : NO_CLOCKS;
  }

  private writeInstant(way: number, index: number, at: number | null): void {
    this.instants[way * INSTANTS + index] = at ?? Number.NaN;
  }

  private add(): number {
    const way = this.length++;
    if (way === this.closed.length) this.makeRoom();
    return way;
  }

  private makeRoom(): void {
    const room = this.closed.length * 2;
    this.instants = resized(this.instants, new Float64Array(room * INSTANTS));
    this.cell = resized(this.cell, new Int32Array(room));
    this.version = resized(this.version, new Int32Array(room));
    this.rep = resized(this.rep, new Int32Array(room));
    this.calls = resized(this.calls, new Int32Array(room));
    this.clocked = resized(this.clocked, new Uint8Array(room));
    this.dealt = resized(this.dealt, new Uint8Array(room));
    this.closed = resized(this.closed, new Uint8Array(room));
  }
}
