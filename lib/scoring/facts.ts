/**
 * What the engine knows of one lead. Days are epoch days (whole days since 1970-01-01 in the
 * organisation's zone), instants are epoch milliseconds. Nothing here is computed by the engine.
 */
export type FieldType = "text" | "number" | "boolean" | "date" | "list";

/** A date is an epoch day. The catalogue, not the value, says which type a field has. */
export type FieldValue = string | number | boolean | readonly string[];

/**
 * One value of a field's history. A field named here is named with its whole history, first value
 * included; before its earliest change it has no value. A field without changes has its current
 * value since the lead's creation. No two changes of a field share an instant.
 */
export type FieldChange = {
  readonly field: string;
  /** null when the field was emptied. */
  readonly value: FieldValue | null;
  readonly validFrom: number;
};

export type ScoringEvent = {
  readonly id: string;
  readonly type: string;
  /** What the event was about (a page, a document); null when it names none. */
  readonly asset: string | null;
  readonly at: number;
  readonly day: number;
  readonly properties: Readonly<Record<string, FieldValue | null>> | null;
};

/** A manual correction of one axis, in force from `firstDay` through `lastDay` (null: no end). */
export type Adjustment = {
  readonly id: string;
  readonly axis: AxisName;
  readonly centipoints: number;
  readonly reason: string;
  readonly firstDay: number;
  readonly lastDay: number | null;
  readonly at: number;
};

export type AxisName = "fit" | "engagement";

export type Facts = {
  readonly createdAt: number;
  readonly createdDay: number;
  /** The lifecycle stage as it stood at the cut. */
  readonly stage: string;
  readonly stageEnteredAt: number;
  readonly stageEnteredDay: number;
  /** Current values by field key; keys of the account begin with `account.`. */
  readonly fields: Readonly<Record<string, FieldValue | null>>;
  /** Changes of fields that have any, in any order. */
  readonly changes: readonly FieldChange[];
  readonly events: readonly ScoringEvent[];
  readonly adjustments: readonly Adjustment[];
};

/** The day a score belongs to and the instant from which facts do not exist (null: open). */
export type Moment = { readonly day: number; readonly cut: number | null };

/** Field types of the organisation: what a condition may name and how its values compare. */
export type FieldCatalogue = Readonly<Record<string, FieldType>>;

/** What the organisation has, for a definition to name. */
export type Catalogue = {
  readonly fields: FieldCatalogue;
  readonly eventTypes: readonly string[];
  readonly stages: readonly string[];
};
