import { type Age, ageOf } from "./age.ts";
import { type BadGround, badGroundOf, countFaults } from "./bad-ground.ts";
import { type Bounces, bouncesOf } from "./bounces.ts";
import { type Completeness, completenessOf } from "./completeness.ts";
import { type DuplicateGroup, type Duplicates, duplicatesOf } from "./duplicates.ts";
import { type Fault, type LeadsAlike, OLD_DAYS } from "./faults.ts";

/** How good the data of the open leads are, on one day. */
export type QualityFigures = {
  readonly leads: number;
  readonly completeness: Completeness;
  readonly duplicates: Duplicates;
  readonly age: Age;
  /** null: nobody has said what tells of a bounce. */
  readonly bounces: Bounces | null;
  readonly scores: BadGround;
  /** Leads with each fault; of duplicates the persons. */
  readonly faulty: Readonly<Record<Fault, number>>;
};

type Found = {
  readonly alike: readonly LeadsAlike[];
  readonly required: readonly string[];
  readonly groups: readonly DuplicateGroup[];
  readonly knowsBounces: boolean;
};

export function qualityOf({ alike, required, groups, knowsBounces }: Found): QualityFigures {
  const leads = alike.reduce((sum, each) => sum + each.leads, 0);
  return {
    leads,
    completeness: completenessOf(alike, required),
    duplicates: duplicatesOf(groups, leads),
    age: ageOf(alike),
    bounces: knowsBounces ? bouncesOf(alike) : null,
    scores: badGroundOf(alike),
    faulty: { ...countFaults(alike), duplicate: groups.length },
  };
}

/** What has a target, in the order in which it is told. */
export const MEASURES = ["completeness", "duplicates", "age", "bounces"] as const;
export type Measure = (typeof MEASURES)[number];

/** What the field asks of good data: shares from 0 to 1, the age in days. Only completeness is to lie above. */
export const QUALITY_TARGETS: Readonly<Record<Measure, number>> = {
  completeness: 0.9,
  duplicates: 0.05,
  age: OLD_DAYS,
  bounces: 0.03,
};

/** The number that a target is about: a share, or the median age in days; null where there is none. */
export function measured(figures: QualityFigures, measure: Measure): number | null {
  switch (measure) {
    case "completeness":
      return share(figures.completeness.filled, figures.completeness.of);
    case "duplicates":
      return share(figures.duplicates.surplus, figures.duplicates.of);
    case "age":
      return figures.age.medianDays;
    case "bounces":
      return figures.bounces && share(figures.bounces.bounced, figures.bounces.of);
  }
}

/** Whether a number is as good as its target asks; on the target it is not. */
export function meetsTarget(measure: Measure, value: number): boolean {
  const target = QUALITY_TARGETS[measure];
  return measure === "completeness" ? value > target : value < target;
}

/** null of none. */
export function share(made: number, of: number): number | null {
  return of === 0 ? null : made / of;
}
