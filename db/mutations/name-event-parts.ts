import { inArray } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { assets, eventTypes, sources } from "#db/schema/index.ts";
import { labelOfKey } from "#lib/events/label.ts";

/** Ids of event types by key; a type seen for the first time is made, with a label of its key. */
export async function nameEventTypes(
  { keys, at }: { readonly keys: readonly string[]; readonly at: Date },
  executor: Executor,
): Promise<Map<string, number>> {
  const wanted = inOrder(keys);
  const find = () =>
    executor
      .select({ name: eventTypes.key, id: eventTypes.id })
      .from(eventTypes)
      .where(inArray(eventTypes.key, wanted));
  const add = (missing: string[]) =>
    executor
      .insert(eventTypes)
      .values(missing.map((key) => ({ key, label: labelOfKey(key), createdAt: at })))
      .onConflictDoNothing();
  return findOrAdd(wanted, find, add);
}

/** Ids of assets by name. */
export async function nameAssets(names: readonly string[], executor: Executor): Promise<Map<string, number>> {
  const wanted = inOrder(names);
  const find = () =>
    executor.select({ name: assets.name, id: assets.id }).from(assets).where(inArray(assets.name, wanted));
  const add = (missing: string[]) =>
    executor
      .insert(assets)
      .values(missing.map((name) => ({ name })))
      .onConflictDoNothing();
  return findOrAdd(wanted, find, add);
}

/** The id of a source by key. */
export async function nameSource(
  { key, at }: { readonly key: string; readonly at: Date },
  executor: Executor,
): Promise<number> {
  const find = () =>
    executor
      .select({ name: sources.key, id: sources.id })
      .from(sources)
      .where(inArray(sources.key, [key]));
  const add = () => executor.insert(sources).values({ key, createdAt: at }).onConflictDoNothing();
  const id = (await findOrAdd([key], find, add)).get(key);
  if (id === undefined) throw new Error("The source was not stored.");
  return id;
}

/** One order for all, so that two transactions that add the same names never wait for each other in a circle. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

type Named = { readonly name: string; readonly id: number };

async function findOrAdd(
  wanted: string[],
  find: () => PromiseLike<Named[]>,
  add: (missing: string[]) => PromiseLike<unknown>,
): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map();
  const known = toMap(await find());
  const missing = wanted.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  await add(missing);
  return toMap(await find());
}

function toMap(rows: readonly Named[]): Map<string, number> {
  return new Map(rows.map(({ name, id }) => [name, id] as const));
}
