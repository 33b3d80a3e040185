import { foldCase } from "./asset-pattern.ts";
import type { Naming, NamingRule } from "./naming.ts";

export type NamingProblemCode =
  /** Another rule says of the same events what they are. */
  | "duplicate"
  /** Other events count as what these are called: nothing is renamed twice. */
  | "name_is_type"
  /** A version of a model counts these events under their own name. */
  | "type_in_use";

/** What keeps a naming from being put in force, by the place of the rule. */
export type NamingProblem = { readonly index: number; readonly code: NamingProblemCode };

type Against = {
  /** Types that any version of a model names. */
  readonly usedTypes: readonly string[];
};

export function namingProblems(naming: Naming, { usedTypes }: Against): NamingProblem[] {
  const seen = new Set<string>();
  const used = new Set(usedTypes);
  const targets = new Set(naming.filter((rule) => !isOwnName(rule)).map(({ type }) => type));
  return naming.flatMap((rule, index) => {
    const code = problemOf(rule);
    return code === null ? [] : [{ index, code }];
  });

  function problemOf(rule: NamingRule): NamingProblemCode | null {
    const said = ruleKey(rule);
    if (seen.has(said)) return "duplicate";
    seen.add(said);
    if (rule.asset !== null || isOwnName(rule)) return null;
    if (used.has(rule.name)) return "type_in_use";
    return targets.has(rule.name) ? "name_is_type" : null;
  }
}

/** Rules of one key speak of the same events. */
export function ruleKey({ name, asset }: Pick<NamingRule, "name" | "asset">): string {
  return JSON.stringify([name, asset === null ? null : foldCase(asset)]);
}

/** Says only that the name is one of a type. */
function isOwnName({ name, asset, type }: NamingRule): boolean {
  return asset === null && name === type;
}
