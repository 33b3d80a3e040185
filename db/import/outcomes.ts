import type { OutcomeRow } from "#lib/import/row.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { walkOutcomes } from "#lib/lifecycle/walk-outcomes.ts";
import { lockLeads } from "./lock-leads.ts";
import type { ImportSession } from "./session.ts";

export type OutcomeOfLead = { readonly leadId: number; readonly outcome: OutcomeRow };

const SCORE_NOW = `
  left join (
    select score.* from lead_scores score
    join organisation on organisation.current_generation_id = score.generation_id
    where score.kind = 'lead'
  ) score on score.lead_id = said.lead_id`;

/**
 * Stores outcomes of leads that are there, with the stages they lead to; those stored already change
 * nothing. Gives how many were new. At most 1,000 leads.
 */
export async function addOutcomes(outcomes: readonly OutcomeOfLead[], session: ImportSession): Promise<number> {
  if (outcomes.length === 0) return 0;
  const { client, isDry, arrived } = session;
  const said = JSON.stringify(outcomes.map((one) => toJson(one, arrived)));
  if (isDry) {
    const { rows } = await client.query<{ count: string }>({
      text: `select count(distinct (said.lead_id, said.id)) as count from ${SAID} where not exists (
        select from outcomes stored where (stored.lead_id, stored.id) = (said.lead_id, said.id))`,
      values: [said],
    });
    return Number(rows[0]?.count ?? 0);
  }
  await lockLeads(
    outcomes.map(({ leadId }) => leadId),
    client,
  );
  const { rows } = await client.query<{ lead_id: string; result: OutcomeRow["result"]; at: Date }>({
    name: "add_outcomes",
    text: `
      insert into outcomes (lead_id, id, result, at, is_timed, value_minor, currency, received_at, fit, engagement, combined, cell, version_id)
      select said.lead_id, said.id, said.result, said.at, said.is_timed, said.value_minor, said.currency, $2,
        score.fit, score.engagement, score.combined, score.cell, score.version_id
      from ${SAID} ${SCORE_NOW}
      on conflict (lead_id, id) do nothing
      returning lead_id, result, at`,
    values: [said, arrived],
  });
  await moveLeads(
    Map.groupBy(rows, (row) => Number(row.lead_id)),
    session,
  );
  return rows.length;
}

const SAID = `json_to_recordset($1::json) as said (
  lead_id bigint, id text, result text, at timestamptz, is_timed boolean, value_minor bigint, currency text)`;

function toJson({ leadId, outcome }: OutcomeOfLead, arrived: Date) {
  return {
    lead_id: leadId,
    id: outcome.id,
    result: outcome.result,
    at: outcome.at === null ? arrived : new Date(outcome.at),
    is_timed: outcome.at !== null,
    value_minor: outcome.valueMinor,
    currency: outcome.currency,
  };
}

type Decided = { readonly result: OutcomeRow["result"]; readonly at: Date };

async function moveLeads(
  decided: ReadonlyMap<number, readonly Decided[]>,
  { client, arrived }: ImportSession,
): Promise<void> {
  if (decided.size === 0) return;
  const { rows } = await client.query<{ id: string; stage: Stage; stage_entered_at: Date }>({
    name: "read_stages",
    text: "select id, stage, stage_entered_at from leads where id = any($1::bigint[])",
    values: [[...decided.keys()]],
  });
  const moves = rows.flatMap(({ id, stage, stage_entered_at }) => {
    const outcomes = (decided.get(Number(id)) ?? []).map(({ result, at }) => ({ result, at: at.getTime() }));
    return walkOutcomes({ stage, enteredAt: stage_entered_at.getTime() }, outcomes).moves.map(({ at, from, to }) => ({
      lead_id: Number(id),
      at: new Date(at),
      from_stage: from,
      to_stage: to,
    }));
  });
  if (moves.length === 0) return;
  await client.query({
    name: "move_leads",
    text: `
      with said as (
        select row_number() over () as n, * from json_to_recordset($1::json) as said (
          lead_id bigint, at timestamptz, from_stage text, to_stage text)
      ), moved as (
        update leads set stage = last.to_stage, stage_entered_at = last.at, returns_on = null, updated_at = greatest(updated_at, $2)
        from (select distinct on (lead_id) * from said order by lead_id, n desc) last
        where leads.id = last.lead_id
      )
      insert into stage_changes (lead_id, at, from_stage, to_stage, cause, fit, engagement, combined, cell, version_id)
      select said.lead_id, said.at, said.from_stage, said.to_stage, 'outcome',
        score.fit, score.engagement, score.combined, score.cell, score.version_id
      from said ${SCORE_NOW} order by said.n`,
    values: [JSON.stringify(moves), arrived],
  });
}
