import { inArray } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { propertySets } from "#db/schema/index.ts";
import { NO_RULES } from "#lib/model/rule-sets.ts";
import type { ConditionalRules } from "./event-conditions.ts";

/**
 * Conditions asked of each set of properties once. A set that was added later is that of an event that
 * came later: its lead is scored again anyway.
 */
export type PropertySetRules = {
  /** The number of the rules that an event matches, by the id of its set. */
  readonly rules: readonly (number | undefined)[];
  /** Sets that nothing counts. */
  readonly unwanted: readonly number[];
  /** The highest id of a set; 0 for none. */
  readonly last: number;
};

/** `asked`: the types that conditions ask anything of. */
export async function readPropertySets(
  asked: ReadonlyMap<number, ConditionalRules>,
  executor: Executor,
): Promise<PropertySetRules> {
  const rules: (number | undefined)[] = [];
  const unwanted: number[] = [];
  if (asked.size === 0) return { rules, unwanted, last: 0 };
  const sets = await executor
    .select({ id: propertySets.id, typeId: propertySets.typeId, text: propertySets.text })
    .from(propertySets)
    .where(inArray(propertySets.typeId, [...asked.keys()]));
  for (const { id, typeId, text } of sets) {
    const matched = asked.get(typeId)?.rulesOf(JSON.parse(text)) ?? NO_RULES;
    rules[id] = matched;
    if (matched === NO_RULES) unwanted.push(id);
  }
  return { rules, unwanted, last: Math.max(0, rules.length - 1) };
}
