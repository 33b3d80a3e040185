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
  /** By the place among what events of a name may count as: the number of the rules that an event matches, by the id of its set. */
  readonly layers: readonly Int32Array[];
  /** Sets that nothing counts. */
  readonly unwanted: readonly number[];
  /** The highest id of a set; 0 for none. */
  readonly last: number;
};

/** `asked`: by the id under which events are stored, what they may count as. */
export async function readPropertySets(
  asked: ReadonlyMap<number, readonly ConditionalRules[]>,
  executor: Executor,
): Promise<PropertySetRules> {
  if (asked.size === 0) return { layers: [], unwanted: [], last: 0 };
  const sets = await executor
    .select({ id: propertySets.id, typeId: propertySets.typeId, text: propertySets.text })
    .from(propertySets)
    .where(inArray(propertySets.typeId, [...asked.keys()]));
  const last = sets.reduce((highest, { id }) => Math.max(highest, id), 0);
  const depth = Math.max(...[...asked.values()].map(({ length }) => length));
  const layers = Array.from({ length: depth }, () => new Int32Array(last + 1).fill(NO_RULES));
  const unwanted: number[] = [];
  for (const { id, typeId, text } of sets) {
    const said = JSON.parse(text);
    const matched = (asked.get(typeId) ?? []).map(({ rulesOf }) => rulesOf(said));
    for (const [place, number] of matched.entries()) layers[place]?.fill(number, id, id + 1);
    if (matched.every((number) => number === NO_RULES)) unwanted.push(id);
  }
  return { layers, unwanted, last };
}
