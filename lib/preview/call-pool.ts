/** Who may have a lead on a list. */
export type CallPool = {
  /**
   * By row: the user whose lead it is; 0 where it is nobody's; of nobody's lead that stands on a list of the day the
   * user of that list, negative: nobody else gets it that day; `NOBODYS_TURN` where it stands on two of them.
   */
  readonly owners: Int32Array;
  /**
   * By row, epoch milliseconds: it may be called when an event counted after this instant. `ALWAYS` whatever counted,
   * `NEVER` not today.
   */
  readonly newsAfter: Float64Array;
  /** By row: not 0 where a score that qualifies hands the lead over to sales. */
  readonly toHandOver: Int32Array;
};
/** Less than any user, negative. */
export const NOBODYS_TURN = -(2 ** 31);
export const ALWAYS = Number.NEGATIVE_INFINITY;
export const NEVER = Number.POSITIVE_INFINITY;

/** A lead that another model scores, which takes a place on a list before or behind those of a base. */
export type Rival = {
  readonly leadId: number;
  /** As `CallPool` has them. */
  readonly owner: number;
  readonly priority: number;
  /** Centipoints. */
  readonly combined: number;
  /** Epoch milliseconds; null: none counted. */
  readonly newestEventAt: number | null;
};

/** Who has a list. */
export type Caller = {
  readonly userId: number;
  readonly name: string;
  /** Calls a day. */
  readonly capacity: number;
  readonly takesUnassigned: boolean;
};

/** What an answer holds for lists, by name: `CallPool` as columns, instants in parts, and the rivals. */
export const CALL_PARTS = {
  owners: "owners",
  newsAfter: "news after",
  toHandOver: "to hand over",
  rivals: "rivals",
} as const;

export function writeRivals(rivals: readonly Rival[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(rivals));
}

export function readRivals(written: Uint8Array): Rival[] {
  return JSON.parse(new TextDecoder().decode(written));
}
