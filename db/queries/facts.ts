import type { Executor } from "#db/client.ts";
import { db } from "#db/client.ts";
import type { Facts } from "#lib/scoring/facts.ts";

/**
 * What the engine knows of each lead that exists. `cut` (null: open) sets the stage and the
 * withdrawn adjustments back; fields and events carry their own times.
 *
 * Values of `custom` JSON and of the histories are keyed as `field_definitions.key` and
 * `STANDARD_FIELDS` say, with `account.` in front for accounts; a date is an epoch day.
 */
export async function readFacts(
  _query: { readonly leadIds: readonly number[]; readonly cut?: number | null },
  _executor: Executor = db,
): Promise<Map<number, Facts>> {
  throw new Error("being built");
}
