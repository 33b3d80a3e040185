import { areaUnder } from "#lib/evaluation/auc.ts";
import type { Level } from "#lib/evaluation/levels.ts";
import type { FieldCatalogue, FieldValue } from "#lib/scoring/facts.ts";
import { fieldsAt } from "#lib/scoring/history.ts";
import type { PastLead } from "./past-lead.ts";

/** A field that seems to know what became of the lead. */
export type Leak = {
  readonly field: string;
  /** How well the field ranks who was won, all by itself; an area under the curve. */
  readonly alone: number | null;
  /** Share of those won with a value who got it only when they were won or later; null where too few were. */
  readonly afterwards: number | null;
};

/** No honest field ranks customers this well without any other. */
const TOO_GOOD = 0.9;
const MOSTLY = 0.5;
const FEWEST_WON = 20;
const FEWEST_OF_A_KIND = 50;
/** A field with so many values names leads rather than tells of them. */
const MOST_VALUES = 5_000;
const FOLDS = 2;

type Count = { readonly cases: [number, number]; readonly positives: [number, number] };

/** Watches the values of fields beside what became of the leads. */
export class LeakWatch {
  private readonly fields: readonly (readonly [field: string, isNumber: boolean])[];
  private readonly counts = new Map<string, Map<FieldValue | null, Count> | null>();
  private readonly won = new Map<string, { filled: number; afterwards: number }>();

  constructor(fields: FieldCatalogue) {
    this.fields = Object.entries(fields).map(([field, type]) => [field, type === "number"] as const);
  }

  /** A lead as it was known before a cut (null: as it is). */
  see(lead: PastLead, { cut, isWon }: { readonly cut: number | null; readonly isWon: boolean }): void {
    const fold = lead.leadId % FOLDS === 0 ? 0 : 1;
    const fields = fieldsAt(lead.facts, cut);
    for (const [field] of this.fields) {
      const values = this.valuesOf(field);
      if (values === null) continue;
      const value = fields[field] ?? null;
      const key = typeof value === "object" && value !== null ? value.join("\n") : value;
      const count = values.get(key) ?? { cases: [0, 0], positives: [0, 0] };
      values.set(key, count);
      count.cases[fold]++;
      if (isWon) count.positives[fold]++;
      if (values.size > MOST_VALUES) this.counts.set(field, null);
    }
  }

  /** A lead that was won, once. */
  seeWon(lead: PastLead): void {
    const [wonAt] = lead.wonAt;
    if (wonAt === undefined) return;
    const then = fieldsAt(lead.facts, wonAt);
    for (const [field] of this.fields) {
      if (lead.facts.fields[field] == null) continue;
      const seen = this.won.get(field) ?? { filled: 0, afterwards: 0 };
      this.won.set(field, seen);
      seen.filled++;
      if (then[field] == null) seen.afterwards++;
    }
  }

  /** The fields that look like leaks, those that rank best first. */
  leaks(): Leak[] {
    return this.fields
      .map(([field, isNumber]) => ({
        field,
        alone: this.aloneOf(field, isNumber),
        afterwards: this.afterwardsOf(field),
      }))
      .filter(({ alone, afterwards }) => (alone ?? 0) >= TOO_GOOD || (afterwards ?? 0) >= MOSTLY)
      .sort((one, other) => (other.alone ?? 0) - (one.alone ?? 0));
  }

  private valuesOf(field: string): Map<FieldValue | null, Count> | null {
    const known = this.counts.get(field);
    if (known !== undefined) return known;
    const made = new Map<FieldValue | null, Count>();
    this.counts.set(field, made);
    return made;
  }

  private afterwardsOf(field: string): number | null {
    const seen = this.won.get(field);
    return seen && seen.filled >= FEWEST_WON ? seen.afterwards / seen.filled : null;
  }

  private aloneOf(field: string, isNumber: boolean): number | null {
    const values = this.counts.get(field);
    if (!values || !isEnough(values)) return null;
    if (isNumber) {
      const area = areaUnder(byNumber(values));
      return area === null ? null : Math.max(area, 1 - area);
    }
    const areas = [areaUnder(byRate(values, 0, 1)), areaUnder(byRate(values, 1, 0))];
    return areas.includes(null) ? null : areas.reduce<number>((sum, area) => sum + (area ?? 0) / FOLDS, 0);
  }
}

/** Of a few, any number ranks somebody well by chance. */
function isEnough(values: ReadonlyMap<FieldValue | null, Count>): boolean {
  const all = [...values.values()];
  const cases = all.reduce((sum, each) => sum + each.cases[0] + each.cases[1], 0);
  const positives = all.reduce((sum, each) => sum + each.positives[0] + each.positives[1], 0);
  return positives >= FEWEST_OF_A_KIND && cases - positives >= FEWEST_OF_A_KIND;
}

type Fold = 0 | 1;

/** Numbers as they are; who has none stands below all. */
function byNumber(values: ReadonlyMap<FieldValue | null, Count>): Level[] {
  const levels = [...values].map(([value, { cases, positives }]) => ({
    score: typeof value === "number" ? value : -Infinity,
    cases: cases[0] + cases[1],
    positives: positives[0] + positives[1],
  }));
  return levels.sort((one, other) => other.score - one.score);
}

/** Values of one half of the leads by how often the other half with the same value was won: nobody foretells oneself. */
function byRate(values: ReadonlyMap<FieldValue | null, Count>, told: Fold, telling: Fold): Level[] {
  const all = [...values.values()];
  const sum = (part: "cases" | "positives") => all.reduce((total, each) => total + each[part][telling], 0);
  const base = sum("positives") / Math.max(1, sum("cases"));
  const levels = new Map<number, { score: number; cases: number; positives: number }>();
  for (const { cases, positives } of all) {
    const score = (positives[telling] + base) / (cases[telling] + 1);
    const level = levels.get(score) ?? { score, cases: 0, positives: 0 };
    levels.set(score, level);
    level.cases += cases[told];
    level.positives += positives[told];
  }
  return [...levels.values()].filter(({ cases }) => cases > 0).sort((one, other) => other.score - one.score);
}
