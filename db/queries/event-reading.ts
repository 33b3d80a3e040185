import { and, eq, exists, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { events, eventTypes } from "#db/schema/index.ts";
import { eventNeeds } from "#lib/model/event-needs.ts";
import { RuleSets } from "#lib/model/rule-sets.ts";
import type { Scorer } from "#lib/model/scorer.ts";
import type { Naming } from "#lib/naming/naming.ts";
import type { LocalDays } from "#lib/time/local-days.ts";
import { conditionColumn } from "./event-conditions.ts";
import { type EventKinds, openEventKinds } from "./event-kinds.ts";
import { type EventLayout, openEventLayout } from "./event-layout.ts";

/** How a pass reads events: only the names and columns that its models ask for, each name with its rules. */
export type EventReading = Pick<EventKinds, "kinds" | "typeIds" | "onlyAssets"> & {
  /** What conditions ask of properties that have no set, as SQL; null when there are none. */
  readonly conditions: string | null;
  /** Sets of properties that nothing counts. */
  readonly unwantedSets: readonly number[];
  readonly layout: EventLayout;
  readonly days: LocalDays;
  /** The rules behind the numbers that events are told with. */
  readonly sets: RuleSets;
};

export type ReadEvents = { readonly scorer: Scorer; readonly naming: Naming; readonly days: LocalDays };

export async function openEventReading(
  { scorer: { models }, naming, days }: ReadEvents,
  executor: Executor,
): Promise<EventReading> {
  const needs = eventNeeds(models.map(({ definition }) => definition));
  const sets = new RuleSets();
  const { kinds, typeIds, onlyAssets, asked, propertySets, isByAsset } = await openEventKinds(
    { models, needs, naming, sets },
    executor,
  );
  const parts = { hasAssets: needs.assets || isByAsset, lastSet: asked.size === 0 ? null : propertySets.last };
  return {
    kinds,
    typeIds,
    onlyAssets,
    conditions: conditionColumn(await findUnnamed(asked, executor)),
    unwantedSets: propertySets.unwanted,
    layout: await openEventLayout(parts, typeIds, executor),
    days,
    sets,
  };
}

/**
 * Those of the names of which events said something that has no set. What comes later is not among them: its lead is
 * scored again anyway.
 */
async function findUnnamed<Asked>(asked: ReadonlyMap<number, Asked>, executor: Executor): Promise<Map<number, Asked>> {
  if (asked.size === 0) return new Map();
  const unnamed = executor
    .select({ one: sql`1` })
    .from(events)
    .where(and(eq(events.typeId, eventTypes.id), isNull(events.propertySetId), isNotNull(events.properties)));
  const types = await executor
    .select({ id: eventTypes.id })
    .from(eventTypes)
    .where(and(inArray(eventTypes.id, [...asked.keys()]), exists(unnamed)));
  const ids = new Set(types.map(({ id }) => id));
  return new Map([...asked].filter(([typeId]) => ids.has(typeId)));
}
