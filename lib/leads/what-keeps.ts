import type { Model } from "#lib/scoring/compile.ts";
import type { Criterion, Label } from "#lib/scoring/definition.ts";
import type { Facts, ScoringEvent } from "#lib/scoring/facts.ts";
import { type CellChange, forecast } from "#lib/scoring/forecast.ts";
import { totals } from "#lib/scoring/score.ts";

/** One more event that would keep the lead in its cell. */
export type Keeper = {
  readonly label: Label;
  /** The day on which the lead would then leave; null: not within the horizon. */
  readonly until: number | null;
};

type Input = {
  readonly facts: Facts;
  readonly model: Model;
  readonly today: number;
  readonly at: number;
  /** What happens without it. */
  readonly changes: readonly CellChange[];
  readonly horizonDays: number;
};

/** A day or two more is not worth a word. */
const LEAST_GAIN_DAYS = 3;

/**
 * The least that would keep a lead in its cell: of the criteria of one event, the one with the fewest
 * points that puts the next change off. null when the cell does not change, or nothing helps.
 */
export function whatKeeps({ facts, model, today, at, changes, horizonDays }: Input): Keeper | null {
  const next = changes[0];
  if (!next) return null;
  const moment = { day: today, cut: null };
  const candidates = model.criteria.filter(isSingleEvent).sort((one, other) => one.points - other.points);
  for (const criterion of candidates) {
    const type = criterion.events.types[0];
    if (type === undefined) continue;
    const event: ScoringEvent = { id: "one more", type, asset: null, at, day: today, properties: null };
    const more = { ...facts, events: [...facts.events, event] };
    if (totals(more, model, moment)?.cell !== next.from.cell) continue;
    const [left] = forecast(more, model, moment, horizonDays);
    if (!left) return { label: criterion.label, until: null };
    if (left.day >= next.day + LEAST_GAIN_DAYS) return { label: criterion.label, until: left.day };
  }
  return null;
}

type SingleEvent = Extract<Criterion, { type: "event" }> & { readonly events: { readonly types: string[] } };

/** Counted by its type alone: what its properties would be, nobody knows. */
function isSingleEvent(criterion: Criterion): criterion is SingleEvent {
  return (
    criterion.type === "event" &&
    criterion.points > 0 &&
    criterion.events.where === null &&
    criterion.events.types !== "any"
  );
}
