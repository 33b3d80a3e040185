import { ByteDictionary } from "#db/byte-dictionary.ts";
import type { RuleSets } from "#lib/model/rule-sets.ts";
import type { Model } from "#lib/scoring/compile.ts";
import { fieldsOf } from "#lib/scoring/condition-tests.ts";
import type { EventRule } from "#lib/scoring/event-rule.ts";

/** The number of the rules that an event matches, by the bytes of the `jsonb` that `conditionColumn` gives for it. */
export type RulesOfBytes = ByteDictionary<number>;

type Properties = Parameters<NonNullable<EventRule["where"]>>[0];

export type ConditionalRules = {
  /** The number of the rules for an event that has none of it. */
  readonly rules: number;
  /** The number of the rules for an event that said all of this. */
  readonly rulesOf: (said: Properties) => number;
  /** null when no condition asks for anything. */
  readonly rulesOfBytes: RulesOfBytes | null;
};

/** What the conditions on events of some types ask for, by name. */
export function propertiesAsked(types: readonly string[], models: readonly Model[]): string[] {
  return [
    ...new Set(
      types.flatMap((type) => models.flatMap((model) => model.rulesOf(type).flatMap((rule) => askedBy(rule, model)))),
    ),
  ];
}

type Conditions = {
  readonly type: string;
  /** What is asked of all events that are stored under the same name, whatever they count as. */
  readonly properties: readonly string[];
  readonly models: readonly Model[];
  readonly sets: RuleSets;
};

/** The rules for a type of events, with their conditions asked once for each thing that was said. */
export function rulesByCondition({ type, properties, models, sets }: Conditions): ConditionalRules {
  const rules = models.map((model) => model.rulesOf(type));
  const matching = (said: Properties): number =>
    sets.numberOf(rules.map((ofModel) => ofModel.filter(({ where }) => where === null || where(said))));
  if (propertiesAsked([type], models).length === 0)
    return { rules: matching(null), rulesOf: matching, rulesOfBytes: null };
  const [only] = properties;
  const rulesOfBytes = new ByteDictionary((bytes, from, to) => {
    // The text of a `jsonb` follows its version byte.
    const said = JSON.parse(bytes.toString("utf8", from + 1, to));
    return matching(properties.length === 1 && only !== undefined ? { [only]: said } : said);
  });
  return { rules: matching(null), rulesOf: matching, rulesOfBytes };
}

function askedBy({ index }: EventRule, { criteria }: Model): string[] {
  const criterion = criteria[index];
  if (criterion === undefined || criterion.type === "attribute" || criterion.events.where === null) return [];
  return fieldsOf(criterion.events.where);
}

/**
 * What conditions ask of an event's properties where no set says the same: the one value of a type of
 * which one is asked, which is short and repeats however different the rest of the properties is, and
 * else all of them.
 */
export function conditionColumn(asked: ReadonlyMap<number, readonly string[]>): string | null {
  if (asked.size === 0) return null;
  const cases = [...asked].map(([typeId, properties]) => {
    const [only = "", ...more] = properties;
    const value = more.length === 0 ? `properties -> '${only.replaceAll("'", "''")}'` : "properties";
    return `when ${typeId} then ${value}`;
  });
  return `case when property_set_id is null and properties is not null then case type_id ${cases.join(" ")} end end`;
}
