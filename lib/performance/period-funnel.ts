import { localDay } from "#lib/time/local-day.ts";
import { type Journey, madeAt, STEPS, type Step } from "./journey.ts";
import { monthOfDay } from "./month.ts";
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
  const total = new Counts();
  const months = new Map<string, Counts>();
  const count = (day: number, what: keyof Counts, by = 1) => {
    if (day < from || day > until) return;
    const month = monthOfDay(day);
    const counts = months.get(month) ?? new Counts();
    months.set(month, counts);
    counts[what] += by;
    total[what] += by;
  };
  for (const { day, leads } of arrivals) count(day, "leads", leads);
  journeys.forEach((journey) => {
    for (const step of STEPS) {
      const at = madeAt(journey, step);
      if (at !== null) count(localDay(at, timeZone), step);
    }
    const missedAt = missed(journey);
    if (missedAt !== null) count(localDay(missedAt, timeZone), "missed");
  });
  return {
    months: [...months]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([month, counts]) => ({ month, ...rowOf(counts) })),
    total: rowOf(total),
  };
}

class Counts implements Record<Step | "leads" | "missed", number> {
  leads = 0;
  missed = 0;
  handed_over = 0;
  accepted = 0;
  qualified = 0;
  opportunity = 0;
  won = 0;
}

function rowOf({ leads, missed, ...steps }: Counts): PeriodRow {
  return { leads, missed, steps };
}

function missed({ handedOverAt, customerAt }: Journey): number | null {
  return handedOverAt === null ? customerAt : null;
}
