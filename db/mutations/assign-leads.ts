import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import type { OwnerChangeCause, RouteWay } from "#lib/lifecycle/owner-change.ts";

export type Assignment = {
  readonly leadId: number;
  /** null: nobody's from now on. */
  readonly toUserId: number | null;
  /** How it was routed; only with that cause. */
  readonly way?: RouteWay;
  /** The name of the rule that routed it. */
  readonly rule?: string | null;
};

export type AssignLeads = {
  readonly assignments: readonly Assignment[];
  readonly cause: OwnerChangeCause;
  /** null: no person. */
  readonly actorId: number | null;
  readonly at: Date;
  readonly note?: string;
  /** The touch that made it. */
  readonly touchId?: number;
};

export type OwnerChange = {
  readonly leadId: number;
  readonly changeId: number;
  /** null: it was nobody's. */
  readonly ownerWas: number | null;
};

/**
 * Gives leads to others and writes it down; the only way to set an owner of a lead that is there, besides
 * taking that back. Gives those that changed hands: who has a lead already keeps it without a word. The caller holds the
 * leads' locks, and tells.
 */
export async function assignLeads(
  { assignments, cause, actorId, at, note = "", touchId }: AssignLeads,
  executor: Executor,
): Promise<OwnerChange[]> {
  if (assignments.length === 0) return [];
  const said = assignments.map(({ leadId, toUserId, way, rule }) => ({
    lead_id: leadId,
    to_user_id: toUserId,
    way: way ?? null,
    rule: rule ?? null,
  }));
  const instant = sql`${at.toISOString()}::timestamptz`;
  // Both parts see the leads as they were.
  const changes = await executePrepared<{ lead_id: string; id: string; from_user_id: string | null }>(
    sql`
    with said as (
      select said.*, lead.owner_id as from_user_id
      from json_to_recordset(${JSON.stringify(said)}::json) as said (lead_id bigint, to_user_id bigint, way text, rule text)
      join leads lead on lead.id = said.lead_id
      where lead.owner_id is distinct from said.to_user_id),
    moved as (
      update leads set owner_id = said.to_user_id, updated_at = ${instant}
      from said where leads.id = said.lead_id)
    insert into owner_changes (lead_id, at, from_user_id, to_user_id, cause, way, rule, note, actor_id, touch_id)
    select lead_id, ${instant}, from_user_id, to_user_id, ${cause}, way, rule, ${note}, ${actorId}::bigint, ${touchId ?? null}::bigint
    from said
    returning lead_id, id, from_user_id`,
    executor,
  );
  return changes.map((change) => ({
    leadId: Number(change.lead_id),
    changeId: Number(change.id),
    ownerWas: change.from_user_id === null ? null : Number(change.from_user_id),
  }));
}

export type TakeBackAssignment = {
  readonly leadId: number;
  /** The newest change that holds: the lead is whose it was before that one. */
  readonly changeId: number;
  readonly at: Date;
};

/** Takes back a change of owner: it stays, marked. The caller holds the lead's lock, and tells. */
export async function takeBackAssignment(
  { leadId, changeId, at }: TakeBackAssignment,
  executor: Executor,
): Promise<void> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  await executor.execute(sql`
    with undone as (
      update owner_changes set undone_at = ${instant}
      where lead_id = ${leadId} and id = ${changeId} and undone_at is null
      returning lead_id, from_user_id)
    update leads set owner_id = undone.from_user_id, updated_at = ${instant}
    from undone where leads.id = undone.lead_id`);
}
