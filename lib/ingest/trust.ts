import type { ApiKey } from "#lib/keys/key.ts";

const EVERY_TYPE = "*";

/** What comes with a browser key may have been written by anybody: its word counts where there was none. */
export function isTrusted({ kind }: Pick<ApiKey, "kind">): boolean {
  return kind === "server";
}

/** Whether a key may add events of a name, or of the type that they count as. */
export function mayAdd(key: Pick<ApiKey, "kind" | "eventTypes">, names: readonly string[]): boolean {
  return isTrusted(key) || [EVERY_TYPE, ...names].some((name) => key.eventTypes.includes(name));
}

/**
 * Whether an event may start a clock: it comes from a server, or the lead is known from somewhere else than
 * browsers, or the organisation said that a form of this name is to be believed.
 */
export function mayStartClock(
  key: Pick<ApiKey, "kind" | "formEvents">,
  { name, isClaimed }: { readonly name: string; readonly isClaimed: boolean },
): boolean {
  return isTrusted(key) || !isClaimed || key.formEvents.includes(name);
}
