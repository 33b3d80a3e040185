import { useSyncExternalStore } from "react";
import { type ListTrail, listTrailSchema } from "#lib/leads/list-trail.ts";

/** Kept for the tab: it outlives a reload, and another tab has its own. */
const KEY = "voorrang.trail";

export function storeTrail(trail: ListTrail): void {
  sessionStorage.setItem(KEY, JSON.stringify(trail));
}

export function readTrail(): ListTrail | null {
  return parse(sessionStorage.getItem(KEY));
}

/** The trail of this tab; null on the server, which knows of none. */
export function useTrail(): ListTrail | null {
  return parse(
    useSyncExternalStore(
      () => () => {},
      () => sessionStorage.getItem(KEY),
      () => null,
    ),
  );
}

/** Another version of the page may have written it. */
function parse(text: string | null): ListTrail | null {
  return text === null ? null : (listTrailSchema.safeParse(JSON.parse(text)).data ?? null);
}
