import { dayOfHour, localHours } from "#lib/time/local-hours.ts";
import { ByMonth } from "./by-month.ts";
import { STEPS, type Step } from "./journey.ts";
import { tableOf } from "./journeys.ts";
import type { Selection } from "./select-journeys.ts";

/** What happened in a month, whenever the leads came to which it happened: none of it is a share of another. */
export type PeriodRow = {
  readonly leads: number;
  readonly steps: Readonly<Record<Step, number>>;
  /** Became a customer without ever being handed over. */
  readonly missed: number;
};

export type PeriodFunnel = {
  /** Oldest first; months in which nothing happened are left out. */
  readonly months: readonly (PeriodRow & { readonly month: string })[];
  readonly total: PeriodRow;
};

type Period = { readonly from: number; readonly until: number; readonly timeZone: string };

/** The events of a period (epoch days, both included) by the month in which they happened. */
export function buildPeriodFunnel({ arrivals, journeys }: Selection, { from, until, timeZone }: Period): PeriodFunnel {
  const months = new ByMonth(() => new Counts());
  const countsOf = (day: number) => (day < from || day > until ? null : months.of(day));
  for (const { day, leads } of arrivals) countsOf(day)?.arrive(leads);
  const table = tableOf(journeys);
  for (const [place, step] of STEPS.entries()) {
    const { to } = table.steps[step];
    const hours = localHours(to, timeZone);
    for (let row = 0; row < table.size; row++)
      if (!Number.isNaN(to[row])) countsOf(dayOfHour(hours[row] ?? 0))?.make(place);
  }
  const hours = localHours(table.customerAt, timeZone);
  for (let row = 0; row < table.size; row++)
    if (Number.isNaN(table.handedOverAt[row]) && !Number.isNaN(table.customerAt[row]))
      countsOf(dayOfHour(hours[row] ?? 0))?.miss();
  const total = new Counts();
  const listed = months.list();
  for (const [, counts] of listed) total.add(counts);
  return { months: listed.map(([month, counts]) => ({ month, ...counts.row() })), total: total.row() };
}

class Counts {
  private leads = 0;
  private missed = 0;
  /** By the place of the step. */
  private readonly made = STEPS.map(() => 0);

  arrive(leads: number): void {
    this.leads += leads;
  }

  make(place: number, by = 1): void {
    this.made[place] = (this.made[place] ?? 0) + by;
  }

  miss(): void {
    this.missed++;
  }

  add({ leads, missed, made }: Counts): void {
    this.leads += leads;
    this.missed += missed;
    for (const [place, count] of made.entries()) this.make(place, count);
  }

  row(): PeriodRow {
    const [handed_over = 0, accepted = 0, qualified = 0, opportunity = 0, won = 0] = this.made;
    return {
      leads: this.leads,
      steps: { handed_over, accepted, qualified, opportunity, won },
      missed: this.missed,
    };
  }
}
