import type { Definition } from "#lib/scoring/definition.ts";

/** A cell whose leads are called, with the rank of its play. */
export type CallPlay = { readonly versionId: number; readonly cell: string; readonly priority: number };

/** The cells of these versions whose play is to call, now or today. */
export function callPlaysOf(
  models: readonly { readonly versionId: number; readonly definition: Definition }[],
): CallPlay[] {
  return models.flatMap(({ versionId, definition }) =>
    Object.entries(definition.plays).flatMap(([cell, { action, priority }]) =>
      action === "call_now" || action === "call_today" ? [{ versionId, cell, priority }] : [],
    ),
  );
}
