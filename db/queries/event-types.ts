import { asc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { eventTypes } from "#db/schema/index.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { findNewestNaming } from "./naming.ts";

/** What a definition may name: neither names that only a tracker uses, nor those of which all events count as something else. */
export async function listEventTypes(executor: Executor) {
  const [types, { naming }] = await Promise.all([
    executor
      .select({ key: eventTypes.key, label: eventTypes.label })
      .from(eventTypes)
      .where(eq(eventTypes.isRaw, false))
      .orderBy(asc(eventTypes.key)),
    findNewestNaming(executor),
  ]);
  const targets = new Set(naming.map(({ type }) => type));
  const { typeOf } = openNamer(naming);
  return types.filter(({ key }) => targets.has(key) || typeOf({ name: key, asset: null }) === key);
}
