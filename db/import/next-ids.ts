import type { ImportSession } from "./session.ts";

let lastDryId = 0;

/** Ids for rows to come, in rising order; in a dry run, negative ones that no row has. */
export async function nextIds(
  { table, count }: { readonly table: "leads" | "accounts"; readonly count: number },
  { reader, isDry }: ImportSession,
): Promise<number[]> {
  if (count === 0) return [];
  if (isDry) return Array.from({ length: count }, () => --lastDryId);
  const { rows } = await reader.query<{ ids: string[] }>({
    name: `next_${table}`,
    text: `select array_agg(nextval('${table}_id_seq')) as ids from generate_series(1, $1)`,
    values: [count],
  });
  return (rows[0]?.ids ?? []).map(Number);
}
