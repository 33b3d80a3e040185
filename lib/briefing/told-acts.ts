import type { CriterionLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { AXES, type Criterion, type Definition, type Label } from "#lib/scoring/definition.ts";
import type { Facts, ScoringEvent } from "#lib/scoring/facts.ts";
import { type Act, actOf } from "./acts.ts";
import { contributionsOf } from "./contributions.ts";
import type { Rush, Statement, ToldEvent } from "./statement.ts";
import { titleOf } from "./title.ts";

/** Of more events a sentence names the newest; the others stand in the timeline. */
const MOST_SHOWN = 6;

type EventLike = Extract<CriterionLine, { type: "event" | "burst" }>;

/** What was done in one way, by all criteria that count it. */
type Told = {
  readonly act: Act | null;
  readonly labels: { readonly label: Label; readonly isOfBurst: boolean }[];
  readonly criteria: Set<string>;
  readonly events: Map<string, ScoringEvent>;
  rush: Rush | null;
  weight: number;
};

/** What a briefing is made of. The breakdown is of these facts under this definition. */
export type Source = {
  readonly breakdown: ScoreBreakdown;
  readonly facts: Facts;
  readonly definition: Definition;
};

/**
 * A sentence for each way in which the lead did something that counts, with its weight, heaviest first: one event is
 * told once, however many criteria count it.
 */
export function toldActs({ breakdown, facts, definition }: Source): { statement: Statement; weight: number }[] {
  const byId = new Map(facts.events.map((event) => [event.id, event]));
  const told = new Map<string, Told>();
  for (const { line, weight } of contributionsOf(breakdown)) {
    if (line.type !== "event" && line.type !== "burst") continue;
    const counted = countedEvents(line, byId);
    for (const [way, events] of Map.groupBy(counted, ({ type }) => actOf(type) ?? `of type ${type}`)) {
      const entry = told.get(way) ?? begin(events);
      told.set(way, entry);
      // As if each of its events weighed the same.
      entry.weight += (weight * events.length) / counted.length;
      entry.labels.push({ label: line.label, isOfBurst: line.type === "burst" });
      entry.criteria.add(line.key);
      for (const event of events) entry.events.set(event.id, event);
      if (line.type === "burst" && events.length === counted.length) entry.rush ??= rushOf(line, definition);
    }
  }
  return [...told.values()]
    .sort((one, other) => other.weight - one.weight)
    .map((entry) => ({ statement: statementOf(entry), weight: entry.weight }));
}

function begin([event]: readonly ScoringEvent[]): Told {
  const act = event ? actOf(event.type) : null;
  return { act, labels: [], criteria: new Set(), events: new Map(), rush: null, weight: 0 };
}

function statementOf({ act, labels, criteria, events, rush }: Told): Statement {
  const all = newestFirst([...events.values()]);
  const ground = { criteria: [...criteria], events: all.slice(0, MOST_SHOWN).map(toldEvent), count: all.length };
  if (act !== null) return { kind: "act", act, rush, ...ground };
  // A label that leaves the number open says more of many events than that of a burst, which names its own.
  const said = labels.find(({ isOfBurst }) => !isOfBurst) ?? labels[0];
  if (!said) throw new Error("What counts is counted by a criterion.");
  return { kind: "labelled", label: said.label, times: said.isOfBurst ? 1 : ground.count, ...ground };
}

export function newestFirst<Event extends { readonly id: string; readonly at: number }>(events: readonly Event[]) {
  return events.toSorted((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1));
}

export function toldEvent({ id, at, asset }: Pick<ScoringEvent, "id" | "at" | "asset">): ToldEvent {
  return { id, at, title: titleOf(asset) };
}

type Line = { readonly id: string; readonly centipoints: number; readonly eventIds?: readonly string[] };

/** The events that gave something, or else the newest that would have. */
function countedEvents(line: EventLike, byId: ReadonlyMap<string, ScoringEvent>): ScoringEvent[] {
  const lines: readonly Line[] = line.events;
  const gave = lines.filter(({ centipoints }) => centipoints !== 0);
  const kept = gave.length > 0 ? gave : lines.slice(0, 1);
  return kept.flatMap(({ id, eventIds }) => (eventIds ?? [id]).flatMap((each) => byId.get(each) ?? []));
}

/** The newest burst that still gives something. */
function rushOf(line: Extract<CriterionLine, { type: "burst" }>, definition: Definition): Rush | null {
  const criterion = findCriterion(definition, line.key);
  const newest = line.events.find(({ centipoints }) => centipoints !== 0) ?? line.events[0];
  return criterion?.type === "burst" && newest ? { times: newest.eventIds.length, hours: criterion.withinHours } : null;
}

export function findCriterion({ axes }: Definition, key: string): Criterion | null {
  const all = AXES.flatMap((axis) => axes[axis].groups.flatMap(({ criteria }) => criteria));
  return all.find((criterion) => criterion.key === key) ?? null;
}
