import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ANSWER_DAYS } from "#lib/model/effect-since.ts";
import { type HandOverAnswers, isReason } from "#lib/performance/truth/hand-over-answers.ts";

type Row = {
  readonly handed_over: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reason: string | null;
  readonly is_newer: boolean;
};

/** Half a year of hand-overs, besides those that may still be answered. */
const DAYS = 182;

/** What sales answered to hand-overs: their next stage, when it came in time. */
export async function readHandOverAnswers(
  { now }: { readonly now: Date },
  executor: Executor = db,
): Promise<HandOverAnswers> {
  const until = sql`${now.toISOString()}::timestamptz - ${ANSWER_DAYS} * interval '1 day'`;
  const rows = await executor.execute<Row>(sql`
    with handed as (
      select change.at >= ${until} - ${DAYS / 2} * interval '1 day' as is_newer, answer.to_stage, answer.reason
      from stage_changes change
      left join lateral (
        select next.to_stage, next.reason from stage_changes next
        where next.lead_id = change.lead_id and next.undone_at is null and next.id <> change.id
          and next.at >= change.at and next.at <= change.at + ${ANSWER_DAYS} * interval '1 day'
        order by next.at, next.id limit 1) answer on true
      where change.to_stage = 'marketing_qualified' and change.undone_at is null
        and change.at >= ${until} - ${DAYS} * interval '1 day' and change.at <= ${until}
    )
    select is_newer, case when to_stage in ('recycled', 'disqualified', 'lost') then reason end as reason,
      count(*)::int as handed_over,
      (count(*) filter (where to_stage in ('sales_accepted', 'sales_qualified', 'opportunity', 'customer')))::int as accepted,
      (count(*) filter (where to_stage in ('recycled', 'disqualified', 'lost')))::int as rejected
    from handed group by 1, 2`);
  const sum = (name: "handed_over" | "accepted" | "rejected", among: readonly Row[]) =>
    among.reduce((total, row) => total + row[name], 0);
  const reasons = [...Map.groupBy(rows, ({ reason }) => reason)].flatMap(([reason, own]) =>
    reason !== null && isReason(reason)
      ? {
          reason,
          before: sum(
            "rejected",
            own.filter((row) => !row.is_newer),
          ),
          after: sum(
            "rejected",
            own.filter((row) => row.is_newer),
          ),
        }
      : [],
  );
  return {
    handedOver: sum("handed_over", rows),
    accepted: sum("accepted", rows),
    rejected: sum("rejected", rows),
    reasons: reasons.sort((one, other) => other.before + other.after - one.before - one.after),
  };
}
