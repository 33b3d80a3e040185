import { inArray } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { assets, eventTypes } from "#db/schema/index.ts";
import type { EventNeeds } from "#lib/model/event-needs.ts";
import { NO_RULES, type RuleSets } from "#lib/model/rule-sets.ts";
import { type Namer, openNamer } from "#lib/naming/namer.ts";
import type { Naming } from "#lib/naming/naming.ts";
import type { Model } from "#lib/scoring/compile.ts";
import { type ConditionalRules, propertiesAsked, type RulesOfBytes, rulesByCondition } from "./event-conditions.ts";
import { readNamedAssets } from "./named-assets.ts";
import { type PropertySetRules, readPropertySets } from "./property-set-rules.ts";

/** Events that are stored under a name, as they count: what counts them, and what to take for the asset of one that names none. */
export type EventKind = {
  readonly withoutAsset: number;
  /** Of an event that has nothing of what conditions ask for. */
  readonly rules: number;
  /** null when no condition asks for anything. */
  readonly rulesOfBytes: RulesOfBytes | null;
  /** Of an event whose properties have a set, by the set. */
  readonly rulesOfSet: Int32Array;
  /** Those about these assets count as something else; null where the naming looks at no asset. */
  readonly byAsset: ReadonlyMap<number, EventKind> | null;
};

export type EventKinds = {
  /** By the id of the name; ids are small. */
  readonly kinds: readonly (EventKind | undefined)[];
  readonly typeIds: readonly number[];
  /** What conditions ask of the properties of events, by the id of the name. */
  readonly asked: ReadonlyMap<number, readonly string[]>;
  readonly propertySets: PropertySetRules;
  /** Of these names only events about these assets count for anything. */
  readonly onlyAssets: readonly { readonly typeId: number; readonly assetIds: readonly number[] }[];
  /** Whether an event's asset has to be known to tell what it counts as. */
  readonly isByAsset: boolean;
};

export type KindsQuery = {
  readonly models: readonly Model[];
  readonly needs: EventNeeds;
  readonly naming: Naming;
  readonly sets: RuleSets;
};

const NO_SETS = new Int32Array(0);

/** More than these in a statement take longer to ask for than the events to pass over. */
const MOST_ASSETS_ASKED = 20_000;

export async function openEventKinds(query: KindsQuery, executor: Executor): Promise<EventKinds> {
  const known = await executor.select({ id: eventTypes.id, key: eventTypes.key }).from(eventTypes);
  const namer = openNamer(query.naming);
  const names = known.map((name) => openName(name, namer, query)).filter((name) => name !== null);
  const { needs } = query;
  const types = [...new Set(names.flatMap(({ counted }) => counted.map(({ type }) => type)))];
  const homonyms = needs.assets ? await readAssetIds(types, executor) : new Map<string, number>();
  const idByType = new Map(known.map(({ id, key }) => [key, id] as const));
  const asking = names.filter(({ properties }) => properties.length > 0);
  const propertySets = await readPropertySets(
    new Map(asking.map(({ id, counted }) => [id, counted] as const)),
    executor,
  );
  const kinds: (EventKind | undefined)[] = [];
  const onlyAssets: { readonly typeId: number; readonly assetIds: readonly number[] }[] = [];
  for (const { id, key, counted } of names) {
    const ofType = new Map(counted.map((each, place) => [each.type, toKind(each, place)] as const));
    const rest = ofType.get(namer.typeOf({ name: key, asset: null }));
    if (rest === undefined) throw new Error("Events of a name count as nothing.");
    const assetTypes = namer.assetTypesOf(key);
    const named = assetTypes && (await readNamedAssets(assetTypes, executor));
    kinds[id] = { ...rest, byAsset: named && toKinds(named, ofType) };
    if (named && isNothing(rest) && named.size <= MOST_ASSETS_ASKED)
      onlyAssets.push({ typeId: id, assetIds: [...named.keys()] });
  }
  return {
    kinds,
    typeIds: names.map(({ id }) => id),
    asked: new Map(asking.map(({ id, properties }) => [id, properties] as const)),
    propertySets,
    onlyAssets,
    isByAsset: names.some(({ key }) => namer.assetTypesOf(key) !== null),
  };

  function toKind({ type, rules, rulesOfBytes }: Counted, place: number): EventKind {
    const withoutAsset = homonyms.get(type) ?? -(idByType.get(type) ?? 0);
    return { withoutAsset, rules, rulesOfBytes, rulesOfSet: propertySets.layers[place] ?? NO_SETS, byAsset: null };
  }
}

type Counted = ConditionalRules & { readonly type: string };

/** A name with all that its events may count as; null when no model asks for any of it. */
function openName({ id, key }: { readonly id: number; readonly key: string }, namer: Namer, query: KindsQuery) {
  const { models, needs, sets } = query;
  const types = namer.assetTypesOf(key)?.types ?? [namer.typeOf({ name: key, asset: null })];
  if (needs.types !== null && !types.some((type) => needs.types?.includes(type))) return null;
  const properties = propertiesAsked(types, models);
  const counted = types.map((type): Counted => ({ type, ...rulesByCondition({ type, properties, models, sets }) }));
  return { id, key, properties, counted };
}

function toKinds(named: ReadonlyMap<number, string>, ofType: ReadonlyMap<string, EventKind>): Map<number, EventKind> {
  return new Map(
    [...named].flatMap(([assetId, type]) => {
      const kind = ofType.get(type);
      return kind === undefined ? [] : [[assetId, kind] as const];
    }),
  );
}

function isNothing({ rules, rulesOfBytes }: EventKind): boolean {
  return rules === NO_RULES && rulesOfBytes === null;
}

/** An event without an asset is about its type: the same as one about an asset of that name. */
async function readAssetIds(names: readonly string[], executor: Executor): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const rows = await executor
    .select({ id: assets.id, name: assets.name })
    .from(assets)
    .where(inArray(assets.name, [...names]));
  return new Map(rows.map(({ id, name }) => [name, id] as const));
}
