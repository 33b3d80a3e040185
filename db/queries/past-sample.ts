import { and, asc, lt, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { isSampled, SAMPLE_PARTS } from "#db/lead-slice.ts";
import { leads } from "#db/schema/index.ts";

/** Leads to look at, and of how many they are a sample. */
export type Extent = { readonly ids: readonly number[]; readonly total: number };

type SampleOf = {
  /** Instants on which leads that were there already make a row each; none: each lead makes one. */
  readonly cuts: readonly number[];
  /** Only leads from before it; null: all. */
  readonly before: number | null;
  readonly most: number;
};

/** The leads to look at: all of them, or as large a sample as has about so many rows; the same ones each time. */
export async function samplePastLeads({ cuts, before, most }: SampleOf, executor: Executor): Promise<Extent> {
  const isThere = before === null ? undefined : lt(leads.createdAt, new Date(before));
  const days = cuts.map((cut) => new Date(cut).toISOString());
  const [counted] = await executor.execute<{ total: number; rows: string }>(sql`
    select count(*)::int as total,
      sum((select count(*) from unnest(${`{${days.join(",")}}`}::timestamptz[]) day where day > ${leads.createdAt})) as rows
    from ${leads} where ${isThere ?? sql`true`}`);
  const total = counted?.total ?? 0;
  const rows = cuts.length > 0 ? Number(counted?.rows ?? 0) : total;
  const parts = Math.min(SAMPLE_PARTS, Math.floor((SAMPLE_PARTS * most) / Math.max(1, rows)));
  const found = await executor
    .select({ id: leads.id })
    .from(leads)
    .where(and(isThere, sql.raw(isSampled("leads.id", { parts }))))
    .orderBy(asc(leads.id));
  return { ids: found.map(({ id }) => id), total };
}
