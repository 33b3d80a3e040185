import { cellNames } from "#lib/scoring/bands.ts";
import type { Criterion, Definition, Group, Play } from "#lib/scoring/definition.ts";
import { STARTER_ENGAGEMENT, STARTER_EVENTS, STARTER_FIT } from "./starter-criteria.ts";

/** Cells from first to last in the order of work: engagement weighs 70 against 30, so it leads. */
const ORDER = ["A1", "A2", "B1", "B2", "C1", "A3", "C2", "B3", "D1", "A4", "C3", "B4", "D2", "C4", "D3", "D4"];

/** What a team without an agreement of its own does: five kinds of work, from the telephone to nothing. */
const PLAYS: Readonly<Record<string, Omit<Play, "priority">>> = {
  A1: { temperature: "hot", action: "call_now", slaMinutes: 60 },
  A2: { temperature: "hot", action: "call_today", slaMinutes: 240 },
  B1: { temperature: "hot", action: "call_today", slaMinutes: 240 },
  B2: { temperature: "warm", action: "call_today", slaMinutes: 480 },
  C1: { temperature: "warm", action: "call_today", slaMinutes: 480 },
  A3: { temperature: "warm", action: "nurture", slaMinutes: null },
  B3: { temperature: "warm", action: "nurture", slaMinutes: null },
  C2: { temperature: "warm", action: "enrich", slaMinutes: null },
  D1: { temperature: "warm", action: "enrich", slaMinutes: null },
  A4: { temperature: "cold", action: "nurture", slaMinutes: null },
};
const REST: Omit<Play, "priority"> = { temperature: "cold", action: "leave", slaMinutes: null };

/**
 * A model to begin with and to change at once: ten criteria ("start models with 5 to 10") with the
 * reference numbers of the field, on fields every organisation has. Of the events the organisation
 * knows it takes those that sound like the ones meant; a criterion without any is left out, since it
 * could not be published.
 */
export function starterDefinition(eventTypes: readonly string[] = Object.keys(STARTER_EVENTS)): Definition {
  const axes = {
    // Who leads opens C, a company of the right size B, both A; a free address costs both a band.
    fit: { groups: STARTER_FIT, thresholds: [15, 25, 40] },
    // Cold 0-25, warm 26-50, hot from 51; 10 parts the silent from those who did one thing.
    engagement: { groups: known(STARTER_ENGAGEMENT, eventTypes), thresholds: [10, 26, 51] },
  };
  const plays = cellNames(axes)
    .flat()
    .map((cell): [string, Play] => [cell, { ...(PLAYS[cell] ?? REST), priority: ORDER.indexOf(cell) + 1 }]);
  return {
    kind: "lead",
    name: { nl: "Leadscore", en: "Lead score" },
    segment: null,
    stages: null,
    eventsFrom: "always",
    axes,
    // Demographic 30; behaviour 40, engagement 20 and intent 10 together 70.
    mix: { fit: 30, engagement: 70 },
    plays: Object.fromEntries(plays),
    // The cells that are called.
    qualifies: { cells: ["A1", "A2", "B1", "B2", "C1"] },
  };
}

function known(groups: readonly Group[], eventTypes: readonly string[]): Group[] {
  const kept = groups.map((group) => ({
    ...group,
    criteria: group.criteria.flatMap((criterion) => withTypes(criterion, eventTypes)),
  }));
  return kept.filter(({ criteria }) => criteria.length > 0);
}

function withTypes(criterion: Criterion, eventTypes: readonly string[]): Criterion[] {
  if (criterion.type === "attribute" || criterion.events.types === "any") return [criterion];
  const types = criterion.events.types.flatMap((type) => {
    if (eventTypes.includes(type)) return [type];
    return eventTypes.filter((known) => STARTER_EVENTS[type]?.test(known));
  });
  return types.length === 0 ? [] : [{ ...criterion, events: { ...criterion.events, types } }];
}
