import type { Definition } from "#lib/scoring/definition.ts";
import { criteriaOf } from "./criteria.ts";

/** What definitions ask of events: all else need not be read to compute totals. */
export type EventNeeds = {
  /** null: events of every type. */
  readonly types: readonly string[] | null;
  readonly assets: boolean;
  readonly properties: boolean;
};

export function eventNeeds(definitions: readonly Definition[]): EventNeeds {
  const types = new Set<string>();
  let any = false;
  let assets = false;
  let properties = false;
  for (const definition of definitions)
    for (const criterion of criteriaOf(definition)) {
      if (criterion.type === "attribute") continue;
      if (criterion.events.types === "any") any = true;
      else for (const type of criterion.events.types) types.add(type);
      assets ||= criterion.type === "event" && criterion.scope === "once_per_asset";
      properties ||= criterion.events.where !== null;
    }
  return { types: any ? null : [...types].sort(), assets, properties };
}
