import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { ANY, foldCase } from "#lib/naming/asset-pattern.ts";
import type { AssetTypes } from "#lib/naming/namer.ts";

/** The assets that rules of a name take, with the types as which events about them count. */
export async function readNamedAssets(
  { patterns, typeOf }: AssetTypes,
  executor: Executor,
): Promise<Map<number, string>> {
  const likes = patterns.map(toLike);
  // In this collation both sides of the program fold the same letters.
  const rows = await executor.execute<{ id: string; name: string }>(
    sql`select id, name from assets where lower(name collate "C") like any (${sql.param(likes)}::text[])`,
  );
  return new Map(
    rows.flatMap(({ id, name }) => {
      const type = typeOf(name);
      return type === null ? [] : [[Number(id), type] as const];
    }),
  );
}

function toLike(pattern: string): string {
  return foldCase(pattern)
    .replace(/[\\%_]/g, "\\$&")
    .replaceAll(ANY, "%");
}
