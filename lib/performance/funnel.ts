import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import { ByMonth } from "./by-month.ts";
import { type Clock, isDayOver, STEPS, STILL_OPEN, type Step } from "./journey.ts";
import { isMadeIn, isOverIn, type JourneyTable, maySo, type StepColumns } from "./journey-table.ts";
import { tableOf } from "./journeys.ts";
import type { Selection } from "./select-journeys.ts";

export type FunnelStep = {
  readonly made: number;
  /** Of those that made the step before. */
  readonly of: number;
  /** More than one in twenty of them may still follow in time. */
  readonly isOpen: boolean;
};

export type FunnelRow = {
  readonly leads: number;
  readonly steps: Readonly<Record<Step, FunnelStep>>;
  /** Customers who were never handed over. */
  readonly missed: number;
};

export type Funnel = {
  /** By month of creation, `2026-03`, oldest first; months without leads are left out. */
  readonly months: readonly (FunnelRow & { readonly month: string })[];
  readonly total: FunnelRow;
};

export type FunnelInput = Selection & { readonly clock: Clock };

/** What became of the leads of each month, step by step, each step within the window after the one before. */
export function buildFunnel({ arrivals, journeys, clock }: FunnelInput): Funnel {
  const months = new ByMonth(() => new Tally());
  for (const { day, leads } of arrivals) months.of(day).arrive(leads, isDayOver(day, clock) ? 0 : leads);
  const table = tableOf(journeys);
  const reached = reachedOf(table, clock);
  for (let row = 0; row < table.size; row++)
    months.of(table.createdDay[row] ?? 0).follow(table, row, { reached: reached[row] ?? 0, clock });
  const total = new Tally();
  const listed = months.list();
  for (const [, tally] of listed) total.add(tally);
  return { months: listed.map(([month, tally]) => ({ month, ...tally.row() })), total: total.row() };
}

/** How many steps each journey made one after the other in time, by row. */
function reachedOf(table: JourneyTable, clock: Clock): Uint8Array {
  const reached = new Uint8Array(table.size);
  for (const [place, step] of STEPS.entries()) {
    const columns = table.steps[step];
    for (let row = 0; row < reached.length; row++)
      if (reached[row] === place && isMadeIn(columns, row, clock)) reached[row] = place + 1;
  }
  return reached;
}

class Tally {
  private leads = 0;
  private missed = 0;
  /** By the place of the step. */
  private readonly made = STEPS.map(() => 0);
  private readonly open = STEPS.map(() => 0);

  arrive(leads: number, stillOpen: number): void {
    this.leads += leads;
    raise(this.open, 0, stillOpen);
  }

  follow(
    table: JourneyTable,
    row: number,
    { reached, clock }: { readonly reached: number; readonly clock: Clock },
  ): void {
    const { createdDay, closed, handedOverAt, customerAt } = table;
    const isHandedOver = !Number.isNaN(handedOverAt[row]);
    if (!isHandedOver && !Number.isNaN(customerAt[row])) this.missed++;
    // Among the arrivals it counted as one that may still be handed over.
    const mayBeHandedOver = !isHandedOver && closed[row] === 0;
    if (!mayBeHandedOver && !isDayOver(createdDay[row] ?? 0, clock)) raise(this.open, 0, -1);
    if (!isHandedOver) return;
    for (let place = 0; place < reached; place++) raise(this.made, place, 1);
    const next = STEPS[reached];
    if (next && maySo(table.steps[next], row, closed, clock)) raise(this.open, reached, 1);
  }

  add({ leads, missed, made, open }: Tally): void {
    this.leads += leads;
    this.missed += missed;
    for (const [place, count] of made.entries()) raise(this.made, place, count);
    for (const [place, count] of open.entries()) raise(this.open, place, count);
  }

  row(): FunnelRow {
    let of = this.leads;
    let isOpen = false;
    const [handed_over, accepted, qualified, opportunity, won] = STEPS.map((_, place): FunnelStep => {
      const made = this.made[place] ?? 0;
      // Where nobody has come yet, the step is as open as the one that leads there.
      isOpen = of === 0 ? isOpen : (this.open[place] ?? 0) > of * STILL_OPEN;
      const result = { made, of, isOpen };
      of = made;
      return result;
    });
    if (!handed_over || !accepted || !qualified || !opportunity || !won) throw new Error("A funnel has five steps.");
    return { leads: this.leads, missed: this.missed, steps: { handed_over, accepted, qualified, opportunity, won } };
  }
}

function raise(counts: number[], place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}

/**
 * The share of each step among those whose window is over, whatever came of them: unlike the funnel
 * itself, recent months do not press it down.
 */
export function stepRates({ arrivals, journeys, clock }: FunnelInput): Readonly<Record<Step, Proportion>> {
  const { size, createdDay, steps } = tableOf(journeys);
  // Of the first step the arrivals tell whom it is asked of.
  const handedOver = { made: 0, of: 0 };
  for (const { day, leads } of arrivals) if (isDayOver(day, clock)) handedOver.of += leads;
  for (let row = 0; row < size; row++)
    if (isDayOver(createdDay[row] ?? 0, clock) && isMadeIn(steps.handed_over, row, clock)) handedOver.made++;
  const later = STEPS.slice(1).map((step, place) => countStep(steps[STEPS[place] ?? step], steps[step], clock));
  const [handed_over, accepted, qualified, opportunity, won] = [handedOver, ...later].map(proportion);
  if (!handed_over || !accepted || !qualified || !opportunity || !won) throw new Error("A funnel has five steps.");
  return { handed_over, accepted, qualified, opportunity, won };
}

/** Of those that made the step before, and whose window is over: how many made this one. */
function countStep(
  before: StepColumns,
  step: StepColumns,
  clock: Clock,
): { readonly made: number; readonly of: number } {
  let [made, of] = [0, 0];
  for (let row = 0; row < step.from.length; row++) {
    if (!isMadeIn(before, row, clock) || !isOverIn(step, row, clock)) continue;
    of++;
    if (isMadeIn(step, row, clock)) made++;
  }
  return { made, of };
}
