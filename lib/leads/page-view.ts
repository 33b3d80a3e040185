import type { Preparation } from "#lib/briefing/preparation.ts";
import type { SnoozeDay } from "#lib/lifecycle/snooze.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { GivenAnswer } from "#lib/qualification/qualification.ts";
import type { RunningClock } from "#lib/sla/clock.ts";
import type { Flag } from "./flags.ts";
import type { Colleague, LeadProfile } from "./profile.ts";
import type { ScoreView } from "./score-view.ts";
import type { Timeline } from "./timeline.ts";

/** All that the page of a lead shows. */
export type LeadPageView = {
  readonly profile: LeadProfile;
  readonly colleagues: readonly Colleague[];
  readonly timeline: Timeline;
  /** What each event of the timeline gave when it happened, by id, in centipoints of the combined score. */
  readonly effects: Readonly<Record<string, number>>;
  /** null before the first pass. */
  readonly scoring: ScoreView | null;
  /** The words for fields and event types. */
  readonly catalogue: ModelCatalogue;
  /** The organisation's flags. */
  readonly flags: readonly Flag[];
  readonly preparation: Preparation;
  /** In the lead's own language; null when there is nothing to begin a call with. */
  readonly openingLine: string | null;
  /** All that it ever answered, newest first. */
  readonly answers: readonly GivenAnswer[];
  /** The clock that runs for it. */
  readonly clock: RunningClock | null;
  readonly readAt: number;
  /** The newest outcome that holds: what the next one is checked against. */
  readonly seenTouchId: number | null;
  /** The organisation's day as an epoch day. */
  readonly today: number;
  readonly snoozeDays: readonly SnoozeDay[];
};
