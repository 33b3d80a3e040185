import type { Definition } from "#lib/scoring/definition.ts";

/** Which leads a model scores, and from when their events count: what every lead has to be measured anew for. */
export type Reach = Pick<Definition, "segment" | "stages" | "eventsFrom">;

export function reachOf({ segment, stages, eventsFrom }: Reach): Reach {
  return { segment, stages, eventsFrom };
}

/** The same for models that score the same leads alike. */
export function reachKey(reach: Reach): string {
  return JSON.stringify(reachOf(reach));
}
