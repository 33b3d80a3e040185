import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { ChangedPart } from "#db/schema/index.ts";

/** Leads from one id to another, both included. */
export type Span = readonly [first: number, last: number];

/** What became visible since a snapshot. */
export type News = {
  readonly snapshot: string;
  /** By which part of the leads changed; a part that did not is not there. */
  readonly spans: ReadonlyMap<ChangedPart, readonly Span[]>;
};

/** What the database shows at this moment, as PostgreSQL writes it. */
export async function readSnapshot(executor: Executor): Promise<string> {
  const [row] = await executor.execute<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  if (!row) throw new Error("No snapshot.");
  return row.snapshot;
}

type Row = { readonly snapshot: string; readonly part: ChangedPart | null; readonly spans: Span[] | null };

/**
 * The leads whose changes the snapshot did not show and that are committed now. By transaction, not
 * by time or number: what was written earlier may be committed later.
 */
export async function readNews(snapshot: string, executor: Executor): Promise<News> {
  const rows = await executor.execute<Row>(sql`
    select now.snapshot, news.part, news.spans
    from (select pg_current_snapshot()::text as snapshot) now
    left join (
      select part, json_agg(json_build_array(first_lead_id, last_lead_id)) as spans
      from census_changes
      where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
      group by part
    ) news on true`);
  const [first] = rows;
  if (!first) throw new Error("No snapshot.");
  const spans = rows.flatMap((row) => (row.part && row.spans ? [[row.part, row.spans] as const] : []));
  return { snapshot: first.snapshot, spans: new Map(spans) };
}

/** The spans of some parts, the same one once. */
export function spansOf({ spans }: News, parts: readonly ChangedPart[]): Span[] {
  const found = new Map<string, Span>();
  for (const part of parts) for (const span of spans.get(part) ?? []) found.set(span.join(), span);
  return [...found.values()];
}

export function countLeads(spans: readonly Span[]): number {
  return spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** Every id within some spans, once. */
export function idsIn(spans: readonly Span[]): number[] {
  const ids = new Set<number>();
  for (const [first, last] of spans) for (let leadId = first; leadId <= last; leadId++) ids.add(leadId);
  return [...ids];
}
