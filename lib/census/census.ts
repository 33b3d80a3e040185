import { STAGES, type Stage } from "#lib/lifecycle/constants.ts";
import { resized } from "#lib/scoring/resized.ts";
import { Codes } from "./codes.ts";
import { LeadPlaces } from "./lead-places.ts";

/** What a lead is counted by, or found by beside its own words. Cell and version are those of its score, null without one. */
export type CountedLead = {
  readonly leadId: number;
  readonly stage: Stage;
  readonly ownerId: number | null;
  readonly accountId: number | null;
  readonly country: string | null;
  readonly source: string | null;
  readonly cell: string | null;
  readonly versionId: number | null;
};

const FIRST_ROOM = 1024;
/** In place of a stage: the lead is gone. */
export const GONE = 255;
/** In place of a cell: the lead has no score. */
export const UNSCORED = 0;
/** Codes of cells lie below; no model has so many. */
export const MOST_CELLS = 256;

/**
 * What all leads are counted by under one generation, as columns: 30 bytes a lead. Whoever holds it
 * keeps it up to date.
 */
export class Census {
  readonly owners = new Codes<number>();
  readonly accounts = new Codes<number>();
  readonly countries = new Codes<string>();
  readonly sources = new Codes<string>();
  readonly cells = new Codes<string>();
  readonly versions = new Codes<number>();
  stage = new Uint8Array(FIRST_ROOM);
  owner = new Int32Array(FIRST_ROOM);
  account = new Int32Array(FIRST_ROOM);
  country = new Int32Array(FIRST_ROOM);
  source = new Int32Array(FIRST_ROOM);
  cell = new Uint8Array(FIRST_ROOM);
  version = new Int32Array(FIRST_ROOM);
  /** Rises with each change of what is counted. */
  revision = 0;
  private readonly places = new LeadPlaces();

  get ids(): Float64Array {
    return this.places.ids;
  }

  /** Places in use; those of leads that are gone have no stage. */
  get length(): number {
    return this.places.length;
  }

  put(lead: CountedLead): void {
    const place = this.find(lead.leadId) ?? this.add(lead.leadId);
    this.write(this.stage, place, STAGES.indexOf(lead.stage));
    this.write(this.owner, place, this.owners.codeOf(lead.ownerId));
    this.write(this.account, place, this.accounts.codeOf(lead.accountId));
    this.write(this.country, place, this.countries.codeOf(lead.country));
    this.write(this.source, place, this.sources.codeOf(lead.source));
    this.write(this.cell, place, this.cells.codeOf(lead.cell));
    this.write(this.version, place, this.versions.codeOf(lead.versionId));
  }

  remove(leadId: number): void {
    const place = this.find(leadId);
    if (place !== null) this.write(this.stage, place, GONE);
  }

  private write(column: Uint8Array | Int32Array, place: number, code: number): void {
    if (column[place] === code) return;
    column[place] = code;
    this.revision++;
  }

  /** The place of a lead; null when it never had one. */
  find(leadId: number): number | null {
    return this.places.find(leadId);
  }

  private add(leadId: number): number {
    const place = this.places.add(leadId);
    this.revision++;
    if (place === this.stage.length) this.makeRoom();
    return place;
  }

  private makeRoom(): void {
    const room = this.stage.length * 2;
    this.stage = resized(this.stage, new Uint8Array(room));
    this.owner = resized(this.owner, new Int32Array(room));
    this.account = resized(this.account, new Int32Array(room));
    this.country = resized(this.country, new Int32Array(room));
    this.source = resized(this.source, new Int32Array(room));
    this.cell = resized(this.cell, new Uint8Array(room));
    this.version = resized(this.version, new Int32Array(room));
  }
}
