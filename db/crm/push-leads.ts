import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { readLeadFacts } from "#db/queries/facts.ts";
import { type LeadToPush, listLeadsToPush } from "#db/queries/leads-to-push.ts";
import { type CrmDoor, type CrmFailure, type CrmUpdate, MOST_AT_ONCE } from "#lib/crm/door.ts";
import { type ReasonWords, reasonsText } from "#lib/crm/reasons.ts";
import type { CrmCounts } from "#lib/crm/run.ts";
import type { CrmSettings } from "#lib/crm/settings.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { explainScore, openScorer } from "#lib/model/scorer.ts";

export type Pushing = {
  readonly door: CrmDoor;
  readonly settings: CrmSettings;
  readonly generation: Generation | null;
  /** Owners in the CRM by user. */
  readonly ownerOf: ReadonlyMap<number, string>;
  readonly words: ReasonWords;
  readonly after: { readonly leadId: number; readonly crmId: string };
  /** Called in the transaction that keeps what was pushed, with what it comes to. */
  readonly keep: (counts: Partial<CrmCounts>, executor: Executor) => Promise<void>;
};

type Pushed = { readonly counts: Partial<CrmCounts>; readonly after: Pushing["after"] } | null;

/** Pushes the next leads of which the CRM does not know how they stand; null: there are none left. */
export async function pushLeads(pushing: Pushing, executor: Executor): Promise<Pushed> {
  const { door, settings, ownerOf, after } = pushing;
  const due = await listLeadsToPush(
    {
      after,
      limit: MOST_AT_ONCE,
      pushesScores: settings.push.length > 0,
      ownerIds: settings.pushesOwners ? [...ownerOf.keys()] : [],
    },
    executor,
  );
  const last = due.at(-1);
  if (!last) return null;
  const reasons = await readReasons(due, pushing, executor);
  const failures = await door.push(due.map((lead) => toUpdate(lead, reasons, pushing)));
  const gone = failures.filter(({ reason }) => reason === "gone").length;
  const counts = { pushed: due.length - failures.length, gone, refused: failures.length - gone };
  await executor.transaction(async (tx) => {
    await keepPushed(due, failures, pushing, tx);
    await pushing.keep(counts, tx);
  });
  return {
    counts,
    after: { leadId: last.leadId, crmId: last.crmId },
  };
}

async function readReasons(
  due: readonly LeadToPush[],
  { settings, generation, words }: Pushing,
  executor: Executor,
): Promise<Map<number, string>> {
  if (!generation || !settings.push.includes("reasons")) return new Map();
  const leadIds = [
    ...new Set(due.filter(({ isScoreNew, cell }) => isScoreNew && cell !== null).map(({ leadId }) => leadId)),
  ];
  const facts = await readLeadFacts({ leadIds, timeZone: generation.timeZone }, executor);
  const scorer = openScorer(generation);
  const moment = { day: generation.day, cut: null };
  return new Map(
    [...facts].flatMap(([leadId, found]) => {
      const explained = found.mayScore ? explainScore(found.facts, scorer, moment) : null;
      return explained ? [[leadId, reasonsText(explained.breakdown, words)] as const] : [];
    }),
  );
}

function toUpdate(lead: LeadToPush, reasons: ReadonlyMap<number, string>, { settings, ownerOf }: Pushing): CrmUpdate {
  const points = (centipoints: number | null) => (centipoints === null ? null : pointsText(centipoints));
  const all = {
    fit: points(lead.fit),
    engagement: points(lead.engagement),
    combined: points(lead.combined),
    cell: lead.cell,
    reasons: reasons.get(lead.leadId) ?? null,
  };
  const values = Object.fromEntries(settings.push.map((target) => [target, all[target]]));
  const ownerId = lead.isOwnerNew && lead.ownerId !== null ? ownerOf.get(lead.ownerId) : undefined;
  return { id: lead.crmId, values: lead.isScoreNew ? values : {}, ...(ownerId !== undefined && { ownerId }) };
}

/** What the CRM knows from now on. Told in between and not kept, it is told the same once more. */
async function keepPushed(
  due: readonly LeadToPush[],
  failures: readonly CrmFailure[],
  { ownerOf }: Pushing,
  executor: Executor,
): Promise<void> {
  const failed = new Map(failures.map((failure) => [failure.id, failure]));
  const rows = due.map((lead) => ({
    lead_id: lead.leadId,
    crm_id: lead.crmId,
    fit: lead.fit,
    engagement: lead.engagement,
    combined: lead.combined,
    cell: lead.cell,
    is_score_new: lead.isScoreNew,
    owner_here: lead.isOwnerNew ? lead.ownerId : null,
    owner_there: lead.isOwnerNew && lead.ownerId !== null ? (ownerOf.get(lead.ownerId) ?? null) : null,
    failure: failed.get(lead.crmId)?.reason ?? null,
    failure_detail: failed.get(lead.crmId)?.detail ?? null,
  }));
  await executor.execute(sql`
    update crm_links link set
      pushed_fit = case when is_ok and is_score_new then said.fit else link.pushed_fit end,
      pushed_engagement = case when is_ok and is_score_new then said.engagement else link.pushed_engagement end,
      pushed_combined = case when is_ok and is_score_new then said.combined else link.pushed_combined end,
      pushed_cell = case when is_ok and is_score_new then said.cell else link.pushed_cell end,
      owner_here = case when is_ok then coalesce(said.owner_here, link.owner_here) else link.owner_here end,
      owner_there = case when is_ok then coalesce(said.owner_there, link.owner_there) else link.owner_there end,
      is_owner_pending = link.is_owner_pending and not (is_ok and said.owner_here is not null),
      failure = said.failure, failure_detail = said.failure_detail
    from (
      select *, failure is null as is_ok from json_to_recordset(${JSON.stringify(rows)}::json) as said (
        lead_id bigint, crm_id text, fit int, engagement int, combined int, cell text, is_score_new boolean,
        owner_here bigint, owner_there text, failure text, failure_detail text)
    ) said
    where (link.lead_id, link.crm_id) = (said.lead_id, said.crm_id)`);
}
