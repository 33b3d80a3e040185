import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import type { Totals } from "#lib/scoring/breakdown.ts";
import { compile, type Model } from "#lib/scoring/compile.ts";
import type { Facts, FieldCatalogue, ScoringEvent } from "#lib/scoring/facts.ts";
import { totals } from "#lib/scoring/score.ts";
import type { Calendar } from "./calendar.ts";
import { EVENT_TYPES, FIELDS } from "./catalogue.ts";
import { VERSIONS } from "./model.ts";

/** A score as it stood, as it is stored beside what happened; null without one. */
export type ScoreNote = { readonly versionId: number; readonly totals: Totals } | null;

/** The score of a lead at an instant, under the version in force then, with what had happened by then. */
export type Scorekeeper = {
  readonly publications: readonly { readonly versionId: number; readonly at: number }[];
  scoreAt(facts: Facts, at: number): ScoreNote;
  /** The version in force; undefined before the first. */
  modelAt(at: number): Model | undefined;
};

export function createScorekeeper(calendar: Calendar): Scorekeeper {
  const types: FieldCatalogue = {
    ...STANDARD_FIELDS,
    ...Object.fromEntries(FIELDS.map(({ key, type }) => [key, type])),
  };
  const catalogue = { fields: types, eventTypes: Object.keys(EVENT_TYPES), stages: [...STAGES] };
  const published = VERSIONS.map(({ daysAgo, definition }, index) => ({
    versionId: index + 1,
    at: calendar.at(calendar.today - daysAgo, 15 * 60 + 12),
    model: compile(definition, catalogue),
  }));
  const inForce = (at: number): { versionId: number; model: Model } | undefined =>
    published.findLast((version) => version.at <= at);
  return {
    publications: published.map(({ versionId, at }) => ({ versionId, at })),
    modelAt: (at) => inForce(at)?.model,
    scoreAt(facts, at) {
      const version = inForce(at);
      const found = version && totals(facts, version.model, { day: calendar.dayOf(at), cut: at + 1 });
      return version && found ? { versionId: version.versionId, totals: found } : null;
    },
  };
}

/** Less than any silence that the model punishes. */
const SILENT_DAYS = 14;
const RAISING: ReadonlySet<string> = new Set(
  VERSIONS.flatMap(({ definition }) =>
    definition.axes.engagement.groups.flatMap(({ criteria }) =>
      criteria.flatMap((criterion) =>
        (criterion.type === "event" || criterion.type === "burst") && criterion.events.types !== "any"
          ? criterion.events.types
          : [],
      ),
    ),
  ),
);

/** Events that may make a lead qualify: those that earn points, and those that end a silence. */
export function raising(events: readonly ScoringEvent[]): ScoringEvent[] {
  const inOrder = [...events].sort((one, other) => one.at - other.at);
  return inOrder.filter(
    ({ type, day }, index) => RAISING.has(type) || day - (inOrder[index - 1]?.day ?? day) > SILENT_DAYS,
  );
}
