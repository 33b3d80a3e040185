import type { ScoreChange } from "#lib/briefing/cause.ts";
import type { Ledger } from "#lib/briefing/ledger.ts";
import type { Why } from "#lib/briefing/phrase.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { Departure } from "./departure.ts";
import type { Touch } from "./touch.ts";

/** What a page shows of a score, and of where it goes when nothing happens. */
export type ShownScore = {
  readonly combined: number;
  readonly cell: string;
  readonly temperature: Play["temperature"];
  /** Since the list before this one. */
  readonly change: ScoreChange;
  readonly ledger: Ledger;
  /** The next change of cell; null when none is near. */
  readonly next: { readonly day: number; readonly to: string; readonly isFall: boolean } | null;
};

/** `new`: came in after the list was made. `follow_up`: put off to this day, or before. */
export const CALL_SECTIONS = ["new", "follow_up", "call"] as const;
export type CallSection = (typeof CALL_SECTIONS)[number];

/** A lead on the list of a day. Plain data that survives JSON; instants are epoch milliseconds, days epoch days. */
export type CallRow = {
  readonly leadId: number;
  readonly section: CallSection;
  readonly shownAt: number;
  readonly name: string;
  readonly firstName: string;
  readonly jobTitle: string | null;
  readonly company: string | null;
  readonly city: string | null;
  readonly employees: number | null;
  readonly phone: string | null;
  readonly stage: Stage;
  readonly isUnassigned: boolean;
  /** null for a lead that may not be scored, or that no model scores. */
  readonly score: ShownScore | null;
  readonly why: Why;
  readonly followUpOn: number | null;
  readonly lastTouch: Touch | null;
  readonly seenTouchId: number | null;
  readonly done: Touch | null;
};

/** What stands in the way of an empty list having rows. */
export type EmptyReason = {
  /** Open leads the rep may call. */
  readonly openLeads: number;
  /** Of these, put off to a later day; the first such day. */
  readonly putOff: number;
  readonly nextFollowUpOn: number | null;
};

/** A rep's day. */
export type TodayView = {
  readonly day: number;
  readonly readAt: number;
  readonly rep: { readonly userId: number; readonly name: string };
  /** Whether the reader may record outcomes: only on a list of their own. */
  readonly isOwn: boolean;
  /** Calls a day. */
  readonly capacity: number;
  /** False before the first scores. */
  readonly hasScores: boolean;
  /** The day of the list before this one. */
  readonly previousDay: number | null;
  /** In the order of the list. */
  readonly rows: readonly CallRow[];
  readonly departures: readonly Departure[];
  /** Set when there are no rows. */
  readonly emptiness: EmptyReason | null;
};
