import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import {
  type Clock,
  isDayOver,
  isMade,
  isOver,
  type Journey,
  STEPS,
  STILL_OPEN,
  type Step,
  startOf,
  stateOf,
} from "./journey.ts";
import { monthOfDay } from "./month.ts";
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
  const total = new Tally();
  const months = new Map<string, Tally>();
  const of = (day: number): readonly Tally[] => {
    const month = monthOfDay(day);
    const tally = months.get(month) ?? new Tally();
    months.set(month, tally);
    return [tally, total];
  };
  for (const { day, leads } of arrivals)
    for (const tally of of(day)) tally.arrive(leads, isDayOver(day, clock) ? 0 : leads);
  journeys.forEach((journey) => {
    for (const tally of of(journey.createdDay)) tally.follow(journey, clock);
  });
  return {
    months: [...months]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([month, tally]) => ({ month, ...tally.row() })),
    total: total.row(),
  };
}

class Tally {
  private leads = 0;
  private missed = 0;
  private readonly made = new Map<Step, number>();
  private readonly open = new Map<Step, number>();

  arrive(leads: number, stillOpen: number): void {
    this.leads += leads;
    add(this.open, "handed_over", stillOpen);
  }

  follow(journey: Journey, clock: Clock): void {
    if (journey.customerAt !== null && journey.handedOverAt === null) this.missed++;
    // Among the arrivals it counted as one that may still be handed over.
    const maySo = !journey.isClosed && journey.handedOverAt === null;
    if (!isDayOver(journey.createdDay, clock) && !maySo) add(this.open, "handed_over", -1);
    if (journey.handedOverAt === null) return;
    for (const step of STEPS) {
      const state = stateOf(journey, [step], clock);
      if (state === "made") add(this.made, step, 1);
      else {
        if (state === "open") add(this.open, step, 1);
        return;
      }
    }
  }

  row(): FunnelRow {
    let of = this.leads;
    let isOpen = false;
    const step = (name: Step): FunnelStep => {
      const made = this.made.get(name) ?? 0;
      // Where nobody has come yet, the step is as open as the one that leads there.
      isOpen = of === 0 ? isOpen : (this.open.get(name) ?? 0) > of * STILL_OPEN;
      const result = { made, of, isOpen };
      of = made;
      return result;
    };
    const [handed_over, accepted, qualified, opportunity, won] = STEPS.map(step);
    if (!handed_over || !accepted || !qualified || !opportunity || !won) throw new Error("A funnel has five steps.");
    return { leads: this.leads, missed: this.missed, steps: { handed_over, accepted, qualified, opportunity, won } };
  }
}

function add(counts: Map<Step, number>, step: Step, by: number): void {
  counts.set(step, (counts.get(step) ?? 0) + by);
}

/**
 * The share of each step among those whose window is over, whatever came of them: unlike the funnel
 * itself, recent months do not press it down.
 */
export function stepRates({ arrivals, journeys, clock }: FunnelInput): Readonly<Record<Step, Proportion>> {
  const tallies = STEPS.map(() => ({ made: 0, of: 0 }));
  const [handedOver] = tallies;
  if (handedOver) for (const { day, leads } of arrivals) if (isDayOver(day, clock)) handedOver.of += leads;
  journeys.forEach((journey) => {
    let isAsked = true;
    for (const [index, step] of STEPS.entries()) {
      const from = startOf(journey, step);
      const tally = tallies[index];
      if (from === null || !tally) return;
      const isKnown = index === 0 ? isDayOver(journey.createdDay, clock) : isOver(from, clock);
      const made = isMade(journey, step, clock);
      // Of the first step the arrivals told already whom it is asked of.
      if (isKnown && isAsked && index > 0) tally.of++;
      if (isKnown && isAsked && made) tally.made++;
      isAsked = made;
    }
  });
  const [handed_over, accepted, qualified, opportunity, won] = tallies.map(proportion);
  if (!handed_over || !accepted || !qualified || !opportunity || !won) throw new Error("A funnel has five steps.");
  return { handed_over, accepted, qualified, opportunity, won };
}
