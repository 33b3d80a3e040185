import type {
  ChangeCause,
  Disposition,
  OutcomeResult,
  RejectionReason,
  Stage,
  TouchKind,
} from "#lib/lifecycle/constants.ts";
import type { OwnerChangeCause, RouteWay } from "#lib/lifecycle/owner-change.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { AxisName, FieldValue } from "#lib/scoring/facts.ts";

export const TIMELINE_FILTERS = ["all", "events", "touches", "stages"] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

type Moment = {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** A score as it stood. */
export type StoodScore = { readonly cell: string; readonly combined: number };

/** Something that happened to a lead. `actor` is null for the system itself and for users who are gone. */
export type TimelineItem =
  | (Moment & {
      readonly kind: "event";
      readonly label: Label;
      readonly asset: string | null;
      readonly source: string;
      readonly properties: Readonly<Record<string, FieldValue>> | null;
      /** The time the sender claimed, when it lay ahead of the arrival. */
      readonly claimedAt: number | null;
    })
  | (Moment & {
      readonly kind: "touch";
      readonly touch: TouchKind;
      readonly disposition: Disposition | null;
      readonly reason: RejectionReason | null;
      readonly note: string;
      /** Epoch day. */
      readonly snoozedUntil: number | null;
      readonly actor: string | null;
      readonly isUndone: boolean;
    })
  | (Moment & {
      readonly kind: "stage";
      readonly from: Stage | null;
      readonly to: Stage;
      readonly cause: ChangeCause;
      readonly cell: string | null;
      readonly actor: string | null;
      readonly isUndone: boolean;
    })
  | (Moment & {
      readonly kind: "owner";
      readonly from: string | null;
      readonly to: string | null;
      readonly cause: OwnerChangeCause;
      readonly way: RouteWay | null;
      /** The name of the rule that routed it. */
      readonly rule: string | null;
      readonly note: string;
      readonly actor: string | null;
      readonly isUndone: boolean;
    })
  | (Moment & {
      readonly kind: "cell";
      readonly before: StoodScore | null;
      readonly after: StoodScore | null;
      readonly cause: ChangeCause;
      readonly actor: string | null;
      /** The number of the version of the score after it, where that is another than before. */
      readonly newVersion: number | null;
    })
  | (Moment & {
      readonly kind: "adjustment";
      readonly axis: AxisName;
      readonly centipoints: number;
      readonly reason: string;
      readonly firstDay: number;
      readonly lastDay: number | null;
      readonly actor: string | null;
      readonly actorId: number | null;
      readonly withdrawnAt: number | null;
    })
  | (Moment & {
      readonly kind: "outcome";
      readonly result: OutcomeResult;
      readonly valueMinor: number | null;
      readonly currency: string | null;
    });

/** Newest first; `isMore` when older ones were left out. */
export type Timeline = { readonly items: readonly TimelineItem[]; readonly isMore: boolean };
