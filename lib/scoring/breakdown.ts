import type { Label, Play } from "./definition.ts";
import type { AxisName, FieldValue } from "./facts.ts";

/**
 * A score with every reason. All amounts are centipoints, all factors are in units of 2^-20; plain
 * data that survives JSON. The lines add up:
 *
 *     criterion = centipoints (+ maximum.centipoints)
 *     group     = its criteria (+ limit.centipoints)
 *     axis      = its groups + its adjustments (+ limit.centipoints)
 */
export type ScoreBreakdown = Totals & {
  readonly day: number;
  readonly cut: number | null;
  readonly axes: Readonly<Record<AxisName, AxisBreakdown>>;
  /** Whole percents of the axes in the combined score. */
  readonly mix: Readonly<Record<AxisName, number>>;
  /** What each axis gives to the combined score; the two add up to it. */
  readonly parts: Readonly<Record<AxisName, number>>;
  readonly play: Play;
  /** How many distinct fields the attribute criteria ask for; `knownFields` of them have a value. */
  readonly askedFields: number;
};

/** What is stored and compared: the score without its reasons. */
export type Totals = {
  readonly fit: number;
  readonly engagement: number;
  readonly combined: number;
  readonly fitBand: string;
  readonly engagementBand: string;
  readonly cell: string;
  readonly qualifies: boolean;
  readonly knownFields: number;
  /** Instant of the newest event that counted for an event or burst criterion. */
  readonly newestEventAt: number | null;
};

export type AxisBreakdown = {
  readonly centipoints: number;
  readonly band: Band;
  readonly groups: readonly GroupBreakdown[];
  readonly adjustments: readonly AdjustmentLine[];
  readonly limit: LimitLine | null;
};

/** `from` opens the band (0 for the lowest), `next` opens the better one (null in the best). */
export type Band = { readonly name: string; readonly from: number; readonly next: number | null };

export type GroupBreakdown = {
  readonly key: string;
  readonly label: Label;
  readonly centipoints: number;
  readonly criteria: readonly CriterionLine[];
  readonly limit: LimitLine | null;
};

export type LimitKind = "criterion_maximum" | "group_cap" | "group_floor" | "axis_minimum" | "axis_maximum";

/** A limit that bites: `centipoints` is what it takes away (or, for a floor or a negative maximum, gives back). */
export type LimitLine = { readonly kind: LimitKind; readonly limit: number; readonly centipoints: number };

export type AdjustmentLine = {
  readonly id: string;
  readonly reason: string;
  readonly centipoints: number;
  readonly firstDay: number;
  readonly lastDay: number | null;
  readonly at: number;
};

export type CriterionStatus = "matched" | "not_matched" | "unknown";

type Line = {
  readonly key: string;
  readonly label: Label;
  readonly status: CriterionStatus;
  /** False outside the criterion's season, when it gives nothing. */
  readonly isActive: boolean;
  /** Points of one undecayed match. */
  readonly centiPerMatch: number;
  /** Sum of the factors of what counted, saturating at 2^31 - 1. */
  readonly factorSum: number;
  /** Before the maximum. */
  readonly centipoints: number;
  readonly maximum: LimitLine | null;
};

export type CriterionLine =
  | (Line & { readonly type: "attribute"; readonly fields: readonly FieldLine[] })
  | (Line & { readonly type: "event"; readonly halfLifeDays: number | null; readonly events: readonly EventLine[] })
  | (Line & { readonly type: "burst"; readonly halfLifeDays: number | null; readonly events: readonly BurstLine[] })
  | (Line & {
      readonly type: "inactivity";
      /** Whole days without a matching event. */
      readonly idleDays: number;
      /** The last matching event, null when idle since the lead was created (or entered its stage). */
      readonly last: EventReference | null;
    });

/** A field an attribute criterion rests on, with the value it had; null is unknown. */
export type FieldLine = { readonly field: string; readonly value: FieldValue | null };

export type EventReference = {
  readonly id: string;
  readonly type: string;
  readonly asset: string | null;
  readonly at: number;
  readonly day: number;
};

/** One counted event. Newest first; `centipoints` add up to the criterion's. */
export type EventLine = EventReference & {
  readonly ageDays: number;
  readonly factor: number;
  readonly centipoints: number;
};

/** One burst, named by the event that completed it; `eventIds` are all its events, oldest first. */
export type BurstLine = EventLine & { readonly eventIds: readonly string[] };
