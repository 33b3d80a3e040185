import type { EventRule } from "#lib/scoring/event-rule.ts";

/** The rules that an event may count for, by the place of the model among the scorer's. */
export type RulesByModel = readonly (readonly EventRule[])[];

/** The number of no rules at all: an event that matches none need not be kept. */
export const NO_RULES = -1;

/** Numbers for sets of rules, so that an event that waits to be counted takes one number for those it matches. */
export class RuleSets {
  private readonly sets: RulesByModel[] = [];
  private readonly numbers = new Map<string, number>();

  /** The same for the same rules. */
  numberOf(rules: RulesByModel): number {
    if (rules.every((ofModel) => ofModel.length === 0)) return NO_RULES;
    const key = rules.map((ofModel) => ofModel.map(({ index }) => index).join()).join(";");
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.sets.push(rules) - 1;
    this.numbers.set(key, number);
    return number;
  }

  /** The rules of a number that was given. */
  rulesOf(number: number): RulesByModel {
    return this.sets[number] ?? [];
  }
}
