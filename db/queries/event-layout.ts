import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { BinaryRow } from "#db/copy-binary-reader.ts";

/** What is wanted of each event beside its lead, its type and its instant. */
export type EventParts = {
  readonly hasAssets: boolean;
  /** The highest set of properties that counts for anything; null when no condition asks for properties. */
  readonly lastSet: number | null;
};

/** How the numbers of an event come in a row of COPY, in one column or in several. */
export type EventLayout = {
  readonly columns: readonly string[];
  leadOf(row: BinaryRow): number;
  typeOf(row: BinaryRow): number;
  /** 0 for none. */
  assetOf(row: BinaryRow): number;
  /** 0 for none. */
  setOf(row: BinaryRow): number;
};

/** Bits that a half of the packed column has, and those that a lead may fill by now. */
const HALF = 32;
const LEAD_BITS = 30;

/**
 * In COPY a column costs as much as all that is done to fill it, on both sides, so the numbers of an
 * event come as one where they fit: the lead in the upper half, all others in the lower one.
 */
export async function openEventLayout(
  { hasAssets, lastSet }: EventParts,
  typeIds: readonly number[],
  executor: Executor,
): Promise<EventLayout> {
  const [last] = await executor.execute<{ lead: string | null; asset: string | null }>(
    sql`select (select max(id) from leads) as lead, (select max(id) from assets) as asset`,
  );
  const types = bitsOf(Math.max(0, ...typeIds));
  const sets = lastSet === null ? 0 : bitsOf(lastSet);
  const assets = hasAssets ? bitsOf(Number(last?.asset ?? 0)) : 0;
  const isNarrow = types + sets < HALF && types + sets + assets <= HALF && bitsOf(Number(last?.lead ?? 0)) <= LEAD_BITS;
  return isNarrow ? packed({ types, sets, assets }) : apart({ hasAssets, lastSet });
}

function bitsOf(largest: number): number {
  return largest.toString(2).length;
}

type Widths = { readonly types: number; readonly sets: number; readonly assets: number };

/**
 * An asset or a set that was added since is cut off rather than spoil its neighbours: the event came
 * since as well, so that its lead is scored again.
 */
function packed({ types, sets, assets }: Widths): EventLayout {
  const [typeMask, setMask, assetMask] = [2 ** types - 1, 2 ** sets - 1, 2 ** assets - 1];
  const set = `((coalesce(property_set_id, 0) & ${setMask}) << ${types})`;
  const asset = `((coalesce(asset_id, 0) & ${assetMask}) << ${types + sets})`;
  const lower = sets === 0 ? "type_id" : `(${set} | type_id)`;
  const column = `(lead_id << ${HALF}) | ${assets === 0 ? "" : `${asset} | `}${lower}`;
  return {
    columns: [column],
    leadOf: (row) => row.upperHalf(0),
    typeOf: (row) => row.lowerHalf(0) & typeMask,
    assetOf: (row) => (assets === 0 ? 0 : row.lowerHalf(0) >>> (types + sets)),
    setOf: (row) => (row.lowerHalf(0) >>> types) & setMask,
  };
}

function apart({ hasAssets, lastSet }: EventParts): EventLayout {
  const columns = ["lead_id", "type_id"];
  const asset = hasAssets ? columns.push("asset_id") - 1 : null;
  const set = lastSet === null ? null : columns.push("property_set_id") - 1;
  return {
    columns,
    leadOf: (row) => row.int8(0),
    typeOf: (row) => row.int4(1),
    assetOf: (row) => (asset === null || row.isNull(asset) ? 0 : row.int8(asset)),
    setOf: (row) => (set === null || row.isNull(set) ? 0 : row.int4(set)),
  };
}
