import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ANSWER_DAYS, type HandOvers, type Span, spanOf } from "#lib/model/effect-since.ts";

export type VersionLife = { readonly versionId: number; readonly publishedAt: Date };

export type MeasuredSpan = { readonly span: Span; readonly before: HandOvers; readonly after: HandOvers };

type Asked = {
  readonly modelId: number;
  /** Newest first: each holds until the one before it in the list came. */
  readonly versions: readonly VersionLife[];
  /** Those that are measured. */
  readonly versionIds: readonly number[];
  readonly now: Date;
};

/** What was handed over before and after versions of a model were published, by version id; counts from `stage_changes` alone. */
export async function measureVersions(
  { modelId, versions, versionIds, now }: Asked,
  executor: Executor = db,
): Promise<Map<number, MeasuredSpan>> {
  const firstAt = await findFirstHandOver(modelId, executor);
  const spans = versions.flatMap(({ versionId, publishedAt }, index) => {
    if (!versionIds.includes(versionId)) return [];
    const endedAt = versions[index - 1]?.publishedAt.getTime() ?? null;
    const lives = { publishedAt: publishedAt.getTime(), endedAt, now: now.getTime() };
    return [{ versionId, span: spanOf({ ...lives, firstAt: firstAt ?? now.getTime() }) }];
  });
  if (spans.length === 0) return new Map();
  const counted = await count({ modelId, spans, now }, executor);
  const of = (versionId: number, isAfter: boolean) =>
    counted.find((row) => row.version_id === versionId && row.is_after === isAfter);
  return new Map(
    spans.map(({ versionId, span }) => [
      versionId,
      { span, before: toHandOvers(of(versionId, false)), after: toHandOvers(of(versionId, true)) },
    ]),
  );
}

async function findFirstHandOver(modelId: number, executor: Executor): Promise<number | null> {
  const [row] = await executor.execute<{ at: string }>(sql`
    select (extract(epoch from change.at) * 1000)::bigint as at
    from stage_changes change
    join model_versions version on version.id = change.version_id and version.model_id = ${modelId}
    where change.to_stage = 'marketing_qualified' and change.undone_at is null
    order by change.at limit 1`);
  return row ? Number(row.at) : null;
}

type CountedRow = {
  readonly version_id: number;
  readonly is_after: boolean;
  readonly qualified: string;
  readonly handed_over: string;
  readonly accepted: string;
  readonly rejected: string;
};

type Counted = {
  readonly modelId: number;
  readonly spans: readonly { readonly versionId: number; readonly span: Span }[];
  readonly now: Date;
};

/** The answer of sales to a hand-over is the lead's next stage, when it came in time. */
async function count({ modelId, spans, now }: Counted, executor: Executor): Promise<CountedRow[]> {
  const rows = spans.map(
    ({ versionId, span: { from, middle, until } }) =>
      sql`(${versionId}::int, ${time(from)}, ${time(middle)}, ${time(until)})`,
  );
  const oldest = Math.min(...spans.map(({ span }) => span.from));
  return executor.execute<CountedRow>(sql`
    with span (version_id, starts_at, published_at, ends_at) as (values ${sql.join(rows, sql`, `)}),
    handed as materialized (
      select change.lead_id, change.at, change.cause in ('publish', 'return', 'models') as is_mass,
        change.at + ${ANSWER_DAYS} * interval '1 day' <= ${now.toISOString()}::timestamptz as is_answerable, answer.is_yes
      from stage_changes change
      join model_versions version on version.id = change.version_id and version.model_id = ${modelId}
      left join lateral (
        select case when next.to_stage in ('sales_accepted', 'sales_qualified', 'opportunity', 'customer') then true
          when next.to_stage in ('recycled', 'disqualified', 'lost') then false end as is_yes
        from stage_changes next
        where next.lead_id = change.lead_id and next.undone_at is null and next.id <> change.id
          and next.at >= change.at and next.at <= change.at + ${ANSWER_DAYS} * interval '1 day'
        order by next.at, next.id limit 1) answer on true
      where change.to_stage = 'marketing_qualified' and change.undone_at is null and change.at >= ${time(oldest)}
    )
    select span.version_id, handed.at >= span.published_at as is_after,
      count(*) filter (where not is_mass) as qualified,
      count(*) filter (where is_answerable) as handed_over,
      count(*) filter (where is_answerable and is_yes) as accepted,
      count(*) filter (where is_answerable and not is_yes) as rejected
    from span join handed on handed.at >= span.starts_at and handed.at < span.ends_at
    group by 1, 2`);
}

function time(instant: number) {
  return sql`${new Date(instant).toISOString()}::timestamptz`;
}

function toHandOvers(row: CountedRow | undefined): HandOvers {
  return {
    qualified: Number(row?.qualified ?? 0),
    handedOver: Number(row?.handed_over ?? 0),
    accepted: Number(row?.accepted ?? 0),
    rejected: Number(row?.rejected ?? 0),
  };
}
