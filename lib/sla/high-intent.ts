import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Model } from "#lib/scoring/compile.ts";
import type { EventRule } from "#lib/scoring/event-rule.ts";
import type { ScoringEvent } from "#lib/scoring/facts.ts";
import { isInSeason } from "#lib/scoring/season.ts";

/** An event that is told of later than this starts no clock: the moment has passed. */
export const FRESH_MS = 24 * 3_600_000;

export type ArrivedEvent = Pick<ScoringEvent, "id" | "type" | "at" | "properties">;

export function isFresh({ at }: Pick<ArrivedEvent, "at">, arrivedAt: number): boolean {
  return arrivedAt - at <= FRESH_MS;
}

/** What an event means to a model's criteria that are marked high-intent, on a day. */
export type HighIntent = {
  /** The first that it matches by itself; null: none. Whether a limit keeps it from giving points does not matter. */
  readonly criterion: string | null;
  /** Those of which it may complete a burst: only the lead's other events tell. */
  readonly bursts: readonly string[];
};

export function highIntentOf(event: ArrivedEvent, model: Model, day: number): HighIntent {
  const matched = model.rulesOf(event.type).filter((rule) => isMarked(rule) && matches(rule));
  const single = matched.find(({ how }) => how !== "burst");
  return {
    criterion: single ? keyOf(single) : null,
    bursts: matched.filter(({ how }) => how === "burst").map(keyOf),
  };

  function isMarked({ index }: EventRule): boolean {
    const criterion = model.criteria[index];
    return (criterion?.type === "event" || criterion?.type === "burst") && criterion.isHighIntent;
  }
  function matches({ season, where }: EventRule): boolean {
    return isInSeason(season, day) && (where === null || where(event.properties));
  }
  function keyOf({ index }: EventRule): string {
    return model.criteria[index]?.key ?? "";
  }
}

/** Of some burst criteria the first of which one of these events is part of a burst; null when none is. */
export function findBurst(
  { axes }: Pick<ScoreBreakdown, "axes">,
  { bursts, eventIds }: { readonly bursts: readonly string[]; readonly eventIds: readonly string[] },
): string | null {
  const lines = [...axes.fit.groups, ...axes.engagement.groups].flatMap(({ criteria }) => criteria);
  const found = lines.find(
    (line) =>
      line.type === "burst" &&
      bursts.includes(line.key) &&
      line.events.some((burst) => burst.eventIds.some((id) => eventIds.includes(id))),
  );
  return found?.key ?? null;
}
