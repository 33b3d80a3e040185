import type { Facts, Moment, ScoringEvent } from "../facts.ts";

const DAY_MS = 86_400_000;

/** The day that tests count back from: 12 March 2026, in a zone without surprises. */
export const TODAY = 20_524;
export const LIVE: Moment = { day: TODAY, cut: null };

export function startOf(day: number): number {
  return day * DAY_MS;
}

export function aLead(overrides: Partial<Facts> = {}): Facts {
  return {
    createdAt: startOf(TODAY - 365),
    createdDay: TODAY - 365,
    stage: "lead",
    stageEnteredAt: startOf(TODAY - 365),
    stageEnteredDay: TODAY - 365,
    fields: {},
    changes: [],
    events: [],
    adjustments: [],
    ...overrides,
  };
}

let made = 0;

/** An event at noon so many days ago, unless `at` says when. */
export function anEvent(type: string, daysAgo: number, overrides: Partial<ScoringEvent> = {}): ScoringEvent {
  const at = overrides.at ?? startOf(TODAY - daysAgo) + DAY_MS / 2;
  return { id: `event-${++made}`, type, asset: null, at, day: Math.floor(at / DAY_MS), properties: null, ...overrides };
}
