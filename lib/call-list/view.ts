import type { ScoreChange } from "#lib/briefing/cause.ts";
import type { ChangeLedger } from "#lib/briefing/change-ledger.ts";
import type { Ledger } from "#lib/briefing/ledger.ts";
import type { Why } from "#lib/briefing/phrase.ts";
import type { Preparation } from "#lib/briefing/preparation.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { SnoozeDay } from "#lib/lifecycle/snooze.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { ClockBoard } from "#lib/sla/board.ts";
import type { RunningClock } from "#lib/sla/clock.ts";
import type { Departure } from "./departure.ts";
import type { TeamDay } from "./team-day.ts";
import type { FollowUp, Touch } from "./touch.ts";

/** What a list shows of a score, and of where it goes when nothing happens. */
export type ShownScore = {
  readonly combined: number;
  readonly cell: string;
  readonly temperature: Play["temperature"];
  /** Since the day of the list before. */
  readonly change: ScoreChange;
  /** The same line by line. */
  readonly changes: ChangeLedger;
  readonly ledger: Ledger;
  /** The next change of cell; null when none is near. */
  readonly next: { readonly day: number; readonly to: string; readonly isFall: boolean } | null;
};

/** `clock`: a clock runs. `new`: came in after the list was made. `follow_up`: put off to this day, or to one before. */
export const CALL_SECTIONS = ["clock", "new", "follow_up", "call"] as const;
export type CallSection = (typeof CALL_SECTIONS)[number];

/** A lead on the list of a day: rows come in its order. Plain data that survives JSON; instants are epoch milliseconds, days epoch days. */
export type CallRow = {
  readonly leadId: number;
  readonly section: CallSection;
  /** When its running clock is due; null without one. */
  readonly dueAt: number | null;
  readonly clock: RunningClock | null;
  /** Came in after the list was made. */
  readonly isNewcomer: boolean;
  readonly shownAt: number;
  readonly name: string | null;
  readonly firstName: string | null;
  readonly jobTitle: string | null;
  readonly company: string | null;
  readonly city: string | null;
  readonly employees: number | null;
  readonly phone: string | null;
  /** Where that leads, as a `tel:` address; null where it is not sure whom it would reach. */
  readonly dial: string | null;
  /** null as well for who may not be written to. */
  readonly email: string | null;
  readonly stage: Stage;
  readonly isUnassigned: boolean;
  /** null for a lead that may not be scored, or that no model scores. */
  readonly score: ShownScore | null;
  readonly why: Why;
  readonly followUp: FollowUp | null;
  readonly lastTouch: Touch | null;
  readonly seenTouchId: number | null;
  /** The newest outcome of this day; `done` unless it put the lead off to later this day. */
  readonly recorded: Touch | null;
  readonly done: Touch | null;
  /** What was noted this day without an outcome, and calls whose outcome is not known yet, newest first. */
  readonly notes: readonly Touch[];
  readonly preparation: Preparation;
};

/** Why a list is empty. */
export type Emptiness = {
  /** Open leads of the rep's own that may be called. */
  readonly ownLeads: number;
  /** Of these, put off to a later day; the first such day. */
  readonly putOff: number;
  readonly nextFollowUpOn: number | null;
};

export type Rep = { readonly userId: number; readonly name: string };

/** A rep's day. */
export type TodayView = {
  readonly day: number;
  readonly readAt: number;
  /** When a lead of it may be put off to. */
  readonly snoozeDays: readonly SnoozeDay[];
  readonly rep: Rep;
  /** Whether it is the reader's own; others' lists are to read only. */
  readonly isOwn: boolean;
  /** Whose lists the reader may open besides. */
  readonly team: readonly Rep[];
  /** Calls a day. */
  readonly capacity: number;
  /** All clocks of the team, on the own page of who leads it. */
  readonly clockBoard: ClockBoard | null;
  /** How far each of the team is, on the same page. */
  readonly teamDay: TeamDay | null;
  /** False before the first scores. */
  readonly hasScores: boolean;
  /** What changes are counted from: the day of the list before, or yesterday. */
  readonly sinceDay: number;
  /** In the order of the list. */
  readonly rows: readonly CallRow[];
  /** The opening line of each lead that has one, by id, in the lead's own language. */
  readonly openings: Readonly<Record<number, string>>;
  readonly departures: readonly Departure[];
  /** How many leads stood on this list and left it during the day: after their outcome of the day, or without one. */
  readonly gone: { readonly done: number; readonly undone: number };
  /** Set when there are no rows. */
  readonly emptiness: Emptiness | null;
  /** Set on a day off of its rep on which no list was asked for; the day on which there is one by itself, if it is near. */
  readonly dayOff: { readonly nextDay: number | null } | null;
};
