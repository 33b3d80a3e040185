import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import { quantile, type Spread, spreadOf } from "#lib/evaluation/quantile.ts";
import { delaysOf } from "#lib/sla/clock.ts";
import { localDay } from "#lib/time/local-day.ts";
import { localHour } from "#lib/time/local-hour.ts";
import { type WorkingTime, weekdayOf } from "#lib/working-time/working-time.ts";
import type { Clock, JourneyClock } from "./journey.ts";
import type { Journeys } from "./journeys.ts";

export type ShareOf<Key> = Proportion & {
  readonly key: Key;
  /** Medians of `ClockFigures.system` and `human`; null where no attempt followed a list. */
  readonly systemMinutes: number | null;
  readonly humanMinutes: number | null;
};

/** How clocks went that were stopped, or ran out; those that still run are in none of it. */
export type ClockFigures = {
  /** Stopped in time. */
  readonly inTime: Proportion;
  /** By the week in which they started, named by the epoch day of its Monday; oldest first. */
  readonly weeks: readonly ShareOf<number>[];
  /** By the hour of the day and the day of the week (0 is Monday) at which they started; only those that have clocks. */
  readonly hours: readonly ShareOf<number>[];
  readonly weekdays: readonly ShareOf<number>[];
  /** By whose the lead is now, and by source (null: not known): fewest in time first. */
  readonly owners: readonly ShareOf<number | null>[];
  readonly sources: readonly ShareOf<string | null>[];
  /** Working minutes from arrival to being shown, and from then to the attempt. */
  readonly system: Spread | null;
  readonly human: Spread | null;
};

type Query = { readonly clock: Clock; readonly workingTime: WorkingTime };

export function clockFigures(journeys: Journeys, { clock, workingTime }: Query): ClockFigures {
  const all = new Tallies<null>();
  const weeks = new Tallies<number>();
  const hours = new Tallies<number>();
  const weekdays = new Tallies<number>();
  const owners = new Tallies<number | null>();
  const sources = new Tallies<string | null>();
  const system: number[] = [];
  const human: number[] = [];
  journeys.forEach((journey) => {
    for (const each of journey.clocks) {
      const made = wasInTime(each, clock.now);
      if (made === null) continue;
      const day = localDay(each.startedAt, clock.timeZone);
      const weekday = weekdayOf(day);
      const delays = each.stoppedAt === null ? null : delaysOf({ ...each, stoppedAt: each.stoppedAt }, workingTime);
      const seen = { made, delays };
      all.add(null, seen);
      hours.add(localHour(each.startedAt, clock.timeZone), seen);
      weekdays.add(weekday, seen);
      weeks.add(day - weekday, seen);
      owners.add(journey.ownerId, seen);
      sources.add(journey.source, seen);
      if (!delays) continue;
      system.push(delays.system);
      human.push(delays.human);
    }
  });
  return {
    inTime: all.list()[0] ?? proportion({ made: 0, of: 0 }),
    weeks: weeks.list().sort((one, other) => one.key - other.key),
    hours: hours.list().sort((one, other) => one.key - other.key),
    weekdays: weekdays.list().sort((one, other) => one.key - other.key),
    owners: owners.list().sort(fewestFirst),
    sources: sources.list().sort(fewestFirst),
    system: spreadOf(system),
    human: spreadOf(human),
  };
}

/** An attempt at the due instant is in time; null while it is not decided, or was ended before it was due. */
export function wasInTime({ dueAt, stoppedAt, endedAt }: JourneyClock, now: number): boolean | null {
  if (stoppedAt !== null) return stoppedAt <= dueAt;
  return dueAt < (endedAt ?? now) ? false : null;
}

/** A clock, and whose its delays were, where that is known. */
type Seen = { readonly made: boolean; readonly delays: ReturnType<typeof delaysOf> };

const HALF = 0.5;

class Tallies<Key> {
  private readonly counts = new Map<Key, { made: number; of: number; system: number[]; human: number[] }>();

  add(key: Key, { made, delays }: Seen): void {
    const count = this.counts.get(key) ?? { made: 0, of: 0, system: [], human: [] };
    this.counts.set(key, count);
    count.of++;
    if (made) count.made++;
    if (!delays) return;
    count.system.push(delays.system);
    count.human.push(delays.human);
  }

  list(): ShareOf<Key>[] {
    return [...this.counts].map(([key, { system, human, ...count }]) => ({
      key,
      ...proportion(count),
      systemMinutes: quantile(system, HALF),
      humanMinutes: quantile(human, HALF),
    }));
  }
}

function fewestFirst(one: Proportion, other: Proportion): number {
  return (one.rate ?? 0) - (other.rate ?? 0) || other.of - one.of;
}
