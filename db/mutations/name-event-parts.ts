import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { assets, eventTypes, sources } from "#db/schema/index.ts";
import { labelOfKey } from "#lib/events/label.ts";
import { isVisit } from "#lib/naming/raw-event.ts";

export type NameEventTypes = {
  readonly keys: readonly string[];
  readonly at: Date;
  /** Whether these are names of a tracker's, which no model is to be offered before somebody says what they mean. */
  readonly areRaw?: boolean;
};

/**
 * Ids of event types by key; a type seen for the first time is made, with a label of its key. What was a tracker's
 * name only is a type from when it comes as one.
 */
export async function nameEventTypes(
  { keys, at, areRaw = false }: NameEventTypes,
  executor: Executor,
): Promise<Map<string, number>> {
  const wanted = inOrder(keys);
  const find = () =>
    findNamed(
      sql`select key as name, id from event_types where key = any(${texts(wanted)}) and (${areRaw} or not is_raw)`,
      executor,
    );
  const add = (missing: string[]) =>
    executor
      .insert(eventTypes)
      .values(missing.map((key) => ({ key, isRaw: areRaw && !isVisit(key), label: labelOfKey(key), createdAt: at })))
      .onConflictDoUpdate({
        target: eventTypes.key,
        set: { isRaw: sql`${eventTypes.isRaw} and excluded.is_raw` },
        setWhere: sql`${eventTypes.isRaw} and not excluded.is_raw`,
      });
  return findOrAdd(wanted, find, add);
}

/** Ids of assets by name. */
export async function nameAssets(names: readonly string[], executor: Executor): Promise<Map<string, number>> {
  const wanted = inOrder(names);
  const find = () => findNamed(sql`select name, id from assets where name = any(${texts(wanted)})`, executor);
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
  const find = () => findNamed(sql`select key as name, id from sources where key = ${key}`, executor);
  const add = () => executor.insert(sources).values({ key, createdAt: at }).onConflictDoNothing();
  const id = (await findOrAdd([key], find, add)).get(key);
  if (id === undefined) throw new Error("The source was not stored.");
  return id;
}

/** One order for all, so that two transactions that add the same names never wait for each other in a circle. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** Texts as one parameter, however many they are. */
function texts(values: readonly string[]): SQL {
  return sql`${sql.param(values)}::text[]`;
}

async function findNamed(statement: SQL, executor: Executor): Promise<Named[]> {
  const rows = await executePrepared<{ name: string; id: number | string }>(statement, executor);
  return rows.map(({ name, id }) => ({ name, id: Number(id) }));
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
