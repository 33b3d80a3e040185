import type { Codes } from "#lib/census/codes.ts";
import type { LeadPlaces } from "#lib/census/lead-places.ts";
import type { Deal, Journey, JourneyClock } from "./journey.ts";
import { INSTANT, INSTANTS, type KeptWays, NO_WAY } from "./kept-ways.ts";

/** Columns by the place of a lead. */
export type JourneyColumns = {
  readonly places: LeadPlaces;
  readonly sources: Codes<string>;
  readonly countries: Codes<string>;
  readonly owners: Codes<number>;
  readonly ways: KeptWays;
  readonly createdAt: Float64Array;
  readonly createdDay: Int32Array;
  readonly source: Int32Array;
  readonly country: Int32Array;
  readonly owner: Int32Array;
  readonly way: Int32Array;
};

/**
 * A journey that is read where it is kept, one after the other, without an object for each. Millions are read for a page,
 * so the columns that most figures ask for are at hand.
 */
export class KeptJourney implements Journey {
  private readonly kept: JourneyColumns;
  private readonly days: Int32Array;
  private readonly instants: Float64Array;
  private place = 0;
  private way = NO_WAY;
  /** Where the instants of the way begin. */
  private first = 0;

  constructor(kept: JourneyColumns) {
    this.kept = kept;
    this.days = kept.createdDay;
    this.instants = kept.ways.instants;
  }

  /** False when the journey there has left its way since it was chosen. */
  moveTo(place: number): boolean {
    this.place = place;
    this.way = this.kept.way[place] ?? NO_WAY;
    this.first = this.way * INSTANTS;
    return this.way !== NO_WAY;
  }

  /** null for what never was, which is not a number. */
  private instant(index: number): number | null {
    const at = this.instants[this.first + index];
    return at === undefined || Number.isNaN(at) ? null : at;
  }

  get leadId(): number {
    return this.kept.places.ids[this.place] ?? 0;
  }
  get createdAt(): number {
    return this.kept.createdAt[this.place] ?? 0;
  }
  get createdDay(): number {
    return this.days[this.place] ?? 0;
  }
  get source(): string | null {
    return this.kept.sources.valueOf(this.kept.source[this.place] ?? 0);
  }
  get country(): string | null {
    return this.kept.countries.valueOf(this.kept.country[this.place] ?? 0);
  }
  get ownerId(): number | null {
    return this.kept.owners.valueOf(this.kept.owner[this.place] ?? 0);
  }
  get handedOverAt(): number | null {
    return this.instant(INSTANT.handedOverAt);
  }
  get cell(): string | null {
    return this.kept.ways.cells.valueOf(this.kept.ways.cell[this.way] ?? 0);
  }
  get versionId(): number | null {
    return this.kept.ways.versions.valueOf(this.kept.ways.version[this.way] ?? 0);
  }
  get acceptedAt(): number | null {
    return this.instant(INSTANT.acceptedAt);
  }
  get qualifiedAt(): number | null {
    return this.instant(INSTANT.qualifiedAt);
  }
  get opportunityAt(): number | null {
    return this.instant(INSTANT.opportunityAt);
  }
  get wonAt(): number | null {
    return this.instant(INSTANT.wonAt);
  }
  get customerAt(): number | null {
    return this.instant(INSTANT.customerAt);
  }
  get lostAt(): number | null {
    return this.instant(INSTANT.lostAt);
  }
  get isClosed(): boolean {
    return this.kept.ways.closed[this.way] === 1;
  }
  get firstTouchAt(): number | null {
    return this.instant(INSTANT.firstTouchAt);
  }
  get repId(): number | null {
    return this.kept.ways.reps.valueOf(this.kept.ways.rep[this.way] ?? 0);
  }
  get callDays(): readonly number[] {
    return this.kept.ways.callDaysOf(this.way);
  }
  get deals(): readonly Deal[] {
    return this.kept.ways.dealsOf(this.way);
  }
  get clocks(): readonly JourneyClock[] {
    return this.kept.ways.clocksOf(this.way);
  }
}
