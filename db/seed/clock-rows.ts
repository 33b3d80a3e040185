import type { CopyValue } from "#db/copy-text.ts";
import { isAttempt } from "#lib/lifecycle/constants.ts";
import { timesOfClock } from "#lib/sla/clock.ts";
import { highIntentOf } from "#lib/sla/high-intent.ts";
import { workingWeek } from "./attendance-tables.ts";
import type { DemoStageChange } from "./course.ts";
import { createRandom, type Random } from "./random.ts";
import { instant, scoreColumns } from "./table-rows.ts";
import type { LeadStory, World } from "./world.ts";

export const CLOCK_COLUMNS =
  "lead_id, event_id, criterion, sla_minutes, arrived_at, started_at, half_at, due_at, shown_at, reminded_at, breached_at, stopped_at, touch_id";

/**
 * The clocks of leads that an urgent event handed over, each stopped by the first attempt. Whoever sales worked already
 * has none: nobody called those because of it.
 */
export function* clockRows(world: World, firstTouch: ReadonlyMap<number, number>): Generator<CopyValue[]> {
  for (const story of world.stories) {
    const { lead, life } = story;
    if (!lead.mayCall) continue;
    const random = createRandom(`clocks ${lead.id}`);
    for (const change of life.changes) {
      const row = clockOf(story, change, { world, random, firstTouch: firstTouch.get(lead.id) ?? 0 });
      if (row) yield row;
    }
  }
}

type Within = { readonly world: World; readonly random: Random; readonly firstTouch: number };

function clockOf({ lead, life, events, scoreAt }: LeadStory, change: DemoStageChange, within: Within) {
  const { world, random, firstTouch } = within;
  const { calendar, scorekeeper } = world;
  if (change.to !== "marketing_qualified" || change.cause !== "event") return null;
  const arrivedAt = change.at;
  const model = scorekeeper.modelAt(arrivedAt);
  const score = scoreAt(arrivedAt);
  const slaMinutes = (score && model?.definition.plays[score.totals.cell]?.slaMinutes) ?? null;
  if (!model || slaMinutes === null) return null;
  const [cause] = events
    .filter(({ at }) => at === arrivedAt)
    .flatMap((event) => {
      const { criterion } = highIntentOf(event, model, event.day);
      return criterion === null ? [] : [{ id: event.id, criterion }];
    });
  if (!cause) return null;
  const week = workingWeek(world);
  const times = timesOfClock(
    { arrivedAt, slaMinutes },
    { timeZone: calendar.timeZone, week, holidays: new Set<number>() },
  );
  const attempt = life.touches.findIndex(({ kind, at }) => isAttempt(kind) && at >= arrivedAt);
  const stoppedAt = life.touches[attempt]?.at ?? null;
  /** What was told of a clock before it stopped; of those that still run the worker tells. */
  const told = (at: number) => (stoppedAt !== null && at < stoppedAt ? instant(at) : null);
  // A list that is open shows a lead within seconds.
  const shownAt = Math.min(times.startedAt + random.int(2, 90) * 1_000, stoppedAt ?? Number.POSITIVE_INFINITY);
  return [
    ...[lead.id, cause.id, cause.criterion, slaMinutes],
    ...[arrivedAt, times.startedAt, times.halfAt, times.dueAt].map(instant),
    life.ownerId === null || shownAt > calendar.end ? null : instant(shownAt),
    ...[told(times.halfAt), told(times.dueAt)],
    stoppedAt === null ? null : instant(stoppedAt),
    stoppedAt === null ? null : firstTouch + attempt,
    ...scoreColumns(score),
  ];
}
