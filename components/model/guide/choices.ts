import type { ChosenTrait, Strength } from "#lib/model/guide/answers.ts";
import { liftOf } from "#lib/model/guide/sample.ts";
import type { FieldTraits } from "#lib/model/guide/traits.ts";

type Values = Readonly<Record<string, readonly string[]>>;

/** What is ticked and typed so far. */
export type GuideChoices = {
  /** Values by field. */
  readonly good: Values;
  readonly bad: Values;
  readonly freeEmail: boolean;
  readonly students: boolean;
  readonly signals: Readonly<Record<string, Strength>>;
  readonly perWeek: string;
};

export const NOTHING_CHOSEN: GuideChoices = {
  good: {},
  bad: {},
  freeEmail: false,
  students: false,
  signals: {},
  perWeek: "",
};

/** Customers have it at most this much as often as all leads. */
const BAD_LIFT = 0.8;
const MOST_PER_WEEK = 100_000;

/** What customers have less often than others, the rarest first; where there are no customers, all there is. */
export function badTraits(traits: readonly FieldTraits[]): FieldTraits[] {
  return traits.flatMap((each) => {
    const bad = each.traits.filter((shared) => (liftOf(shared) ?? 0) <= BAD_LIFT).toReversed();
    return bad.length === 0 ? [] : [{ ...each, traits: bad }];
  });
}

/** Chosen values field by field, with how much more frequent they are among customers taken together. */
export function chosenTraits(values: Values, traits: readonly FieldTraits[]): ChosenTrait[] {
  return traits.flatMap(({ field, kind, traits: known }): ChosenTrait[] => {
    const chosen = values[field] ?? [];
    if (chosen.length === 0) return [];
    const shares = known.filter(({ value }) => chosen.includes(value));
    const ofAll = shares.reduce((sum, each) => sum + each.ofAll, 0);
    const ofCustomers = shares.some((each) => each.ofCustomers === null)
      ? null
      : shares.reduce((sum, each) => sum + (each.ofCustomers ?? 0), 0);
    return [{ field, kind, values: [...chosen], lift: liftOf({ ofAll, ofCustomers }) }];
  });
}

/** null: nothing was said; undefined: it is no number of leads. */
export function readPerWeek(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const number = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : 0;
  return number >= 1 && number <= MOST_PER_WEEK ? number : undefined;
}
