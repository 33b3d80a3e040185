import { momentOfDay } from "#lib/model/moment.ts";
import { explainScore, openScorer, type StoredScore } from "#lib/model/scorer.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Definition, Label } from "#lib/scoring/definition.ts";
import { type CellChange, forecast } from "#lib/scoring/forecast.ts";
import {
  type DayScore,
  eventEffects,
  factsAt,
  type RulesPeriod,
  rulesAt,
  scoreDays,
  type Timeframe,
} from "./score-history.ts";
import { type Keeper, whatKeeps } from "./what-keeps.ts";

/** How far the chart looks back, at most; a longer life is reached by its days. */
const MOST_DAYS_BACK = 150;
const LEAST_DAYS_BACK = 14;
const LEAST_DAYS_AHEAD = 14;
const MOST_DAYS_AHEAD = 60;
/** How far the forecast in words looks. */
export const FORECAST_DAYS = 120;
/** A rise worth a word in the chart, in centipoints of the combined score. */
const NOTABLE_RISE = 300;
const MOST_RISES = 4;

export type VersionName = { readonly versionId: number; readonly number: number; readonly name: Label };
type NamedPeriod = Omit<RulesPeriod, "models"> & {
  readonly models: readonly (VersionInForce & { readonly definition: Definition })[];
};
type VersionInForce = { readonly versionId: number; readonly number: number };

/** A day on which the score rose, and the event that weighed most. */
export type Rise = { readonly day: number; readonly eventType: string };

/** Everything about a lead's score that its page shows. Days are epoch days. */
export type ScoreView = {
  readonly today: number;
  /** The day whose reasons are shown. */
  readonly day: number;
  readonly explained: { readonly version: VersionName; readonly breakdown: ScoreBreakdown } | null;
  /** The score of today. */
  readonly now: StoredScore | null;
  /** The day of the last score before today when there is none today. */
  readonly lastScoredDay: number | null;
  /** Each day of the chart, through the days to come. */
  readonly days: readonly DayScore[];
  /** Whether the lead was there before the first of them. */
  readonly hasEarlierDays: boolean;
  /** Versions that scored the lead within the chart, one after the other, with their first day. */
  readonly versions: readonly (VersionName & { readonly firstDay: number })[];
  readonly rises: readonly Rise[];
  /** Changes of cell in the days to come if nothing happens. */
  readonly changes: readonly CellChange[];
  readonly keeper: Keeper | null;
  /** Of the model that scores the lead today, or scored it last: what the small matrix is drawn from. */
  readonly definition: Definition;
};

type Input = {
  readonly frame: Omit<Timeframe, "periods"> & { readonly periods: readonly NamedPeriod[] };
  /** null: today. */
  readonly chosenDay: number | null;
  readonly at: number;
};

export function readScoreView({ frame, chosenDay, at }: Input): ScoreView {
  const { history, periods, today } = frame;
  const day = clampDay(chosenDay ?? today, history.facts.createdDay, today);
  const range = chartRange({ createdDay: history.facts.createdDay, today, day });
  const days = scoreDays(frame, range);
  const explained = explainDay(frame, day);
  const past = days.filter((each) => each.day <= today);
  const lastScored = past.findLast(({ score }) => score !== null);
  const now = { day: today, cut: null };
  const [{ score } = { score: null }] = scoreDays(frame, { firstDay: today, lastDay: today });
  const current = history.mayScore ? chooseModel(history.facts, openScorer(rulesAt(periods, null)).models, now) : null;
  const changes = current ? [...forecast(history.facts, current, now, FORECAST_DAYS)] : [];
  return {
    today,
    day,
    explained,
    now: score,
    lastScoredDay: score === null && lastScored ? lastScored.day : null,
    days,
    hasEarlierDays: history.facts.createdDay < range.firstDay,
    versions: versionsOf(past, periods),
    rises: risesOf(frame, past),
    changes,
    keeper: current
      ? whatKeeps({ facts: history.facts, model: current, today, at, changes, horizonDays: FORECAST_DAYS })
      : null,
    definition: current?.definition ?? definitionOf(periods, lastScored),
  };
}

/** The reasons of a day's score under the rules then in force; null without a score. */
export function explainDay({ history, periods, today, timeZone }: Input["frame"], day: number): ScoreView["explained"] {
  const moment = momentOfDay({ day, today, timeZone });
  const rules = rulesAt(periods, moment.cut);
  const found = history.mayScore
    ? explainScore(factsAt(history, moment.cut, timeZone), openScorer(rules), moment)
    : null;
  const model = found && periods.flatMap(({ models }) => models).find(({ versionId }) => versionId === found.versionId);
  return found && model ? { version: nameOf(model), breakdown: found.breakdown } : null;
}

type Span = { readonly createdDay: number; readonly today: number; readonly day: number };

/**
 * From the lead's creation or as far back as can be read, and about half as far ahead; around the
 * chosen day when that lies further back.
 */
export function chartRange({ createdDay, today, day }: Span) {
  const back = Math.min(MOST_DAYS_BACK, Math.max(LEAST_DAYS_BACK, today - createdDay));
  if (day < today - back) {
    const firstDay = Math.max(createdDay, day - MOST_DAYS_BACK / 2);
    return { firstDay, lastDay: Math.min(today, firstDay + MOST_DAYS_BACK) };
  }
  const ahead = Math.min(MOST_DAYS_AHEAD, Math.max(LEAST_DAYS_AHEAD, Math.round(back / 2)));
  return { firstDay: today - back, lastDay: today + ahead };
}

function clampDay(day: number, createdDay: number, today: number): number {
  return Math.min(Math.max(day, createdDay), today + FORECAST_DAYS);
}

function nameOf({ versionId, number, definition }: VersionInForce & { readonly definition: Definition }): VersionName {
  return { versionId, number, name: definition.name };
}

/** The versions that scored the lead, each with the first day on which it did; those of models that did not are none of them. */
function versionsOf(past: readonly DayScore[], periods: readonly NamedPeriod[]): ScoreView["versions"] {
  const names = new Map(
    periods.flatMap(({ models }) => models.map((model) => [model.versionId, nameOf(model)] as const)),
  );
  let last: number | null = null;
  return past.flatMap(({ day, score }) => {
    if (score === null || score.versionId === last) return [];
    last = score.versionId;
    const name = names.get(last);
    return name ? [{ ...name, firstDay: day }] : [];
  });
}

/** The largest rises from day to day that an event explains, in order of time. */
function risesOf(frame: Timeframe, past: readonly DayScore[]): Rise[] {
  const notable = past
    .flatMap(({ day, score }, place) => {
      const before = past[place - 1]?.score;
      const rise = score && before ? score.combined - before.combined : 0;
      return rise >= NOTABLE_RISE ? [{ day, rise }] : [];
    })
    .sort((one, other) => other.rise - one.rise)
    .slice(0, MOST_RISES);
  const events = frame.history.facts.events.filter(({ day }) => notable.some((each) => each.day === day));
  const effects = eventEffects(
    frame,
    events.map(({ id }) => id),
  );
  return notable
    .flatMap(({ day }) => {
      const [strongest] = events
        .filter((event) => event.day === day)
        .sort((one, other) => (effects.get(other.id) ?? 0) - (effects.get(one.id) ?? 0));
      return strongest ? [{ day, eventType: strongest.type }] : [];
    })
    .sort((one, other) => one.day - other.day);
}

function definitionOf(periods: readonly NamedPeriod[], last: DayScore | undefined): Definition {
  const models = periods.flatMap((period) => period.models);
  const model = models.find(({ versionId }) => versionId === last?.score?.versionId) ?? models.at(-1);
  if (!model) throw new Error("No rules were ever in force.");
  return model.definition;
}
