import { sql } from "drizzle-orm";
import type { Executor } from "./client.ts";
import { idArray } from "./lead-slice.ts";
import { executePrepared } from "./prepared.ts";

/**
 * Advisory transaction locks around scoring. One-lead transactions hold the gate shared and their
 * leads; a pass takes the gate alone to mark a generation as building and to put it in force.
 * They are released when the transaction ends.
 */
export const GATE = -7_202_612;
/** Lead locks lie far from every other key. */
export const LEADS_FROM = "4611686018427387904";

/** Keys of two numbers are apart from those of one. */
const CALL_LISTS = 7_202_613;

/** While a pass writes down what it changed, no lead's history moves to another lead. */
const CHANGE_LOG = -7_202_616;

/** A version is published, or a naming saved, while the other is not: neither takes from the other an event type that it needs. */
const EVENT_TYPES = -7_202_617;

/** What leads are searched by is written by one worker at a time: two could write an older and a newer name in the wrong order. */
const SEARCH = -7_202_615;

/** So many for all whom trackers name: who shares one waits for a moment. */
const NAMED = 7_202_617;
const NAMED_STRIPES = 256;

/** Sets of a type's properties are added by one transaction at a time: another would wait for its end, and can do without. */
export const PROPERTY_SETS = 7_202_614;

/** More would outgrow the lock table of a server with default settings. */
export const MOST_LOCKED_LEADS = 1000;

/** The gate shared and then the leads in id order: no two transactions can wait for each other. */
export async function lockLeads(leadIds: readonly number[], executor: Executor): Promise<void> {
  if (leadIds.length > MOST_LOCKED_LEADS) throw new Error(`At most ${MOST_LOCKED_LEADS} leads in one transaction.`);
  const ordered = [...new Set(leadIds)].sort((a, b) => a - b);
  await executePrepared(
    sql`
      select pg_advisory_xact_lock_shared(${GATE}::bigint)
      union all
      select pg_advisory_xact_lock(${LEADS_FROM}::bigint + id) from unnest(${idArray(ordered)}) with ordinality as lead (id, n)`,
    executor,
  );
}

/** The gate alone: waits for the one-lead transactions under way and keeps new ones waiting. */
export async function lockGate(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(${GATE}::bigint)`);
}

/** Call lists of a day are made one at a time, so that an unassigned lead stands on one list only. */
export async function lockCallLists(day: number, executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(${CALL_LISTS}::int, ${day}::int)`);
}

/** Waits for moves of histories under way and keeps new ones waiting. */
export async function lockChangeLog(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(${CHANGE_LOG}::bigint)`);
}

/** What event types there are stays until the transaction ends. */
export async function lockEventTypes(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(${EVENT_TYPES}::bigint)`);
}

/** Several histories may move at once, though none while a pass writes down what it changed. */
export async function lockHistories(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock_shared(${CHANGE_LOG}::bigint)`);
}

/** Whether this transaction is the one that writes what leads are searched by. */
export async function tryLockSearch(executor: Executor): Promise<boolean> {
  const [row] = await executor.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${SEARCH}::bigint) as held`,
  );
  return row?.held ?? false;
}

/**
 * Whom messages name, so that two transactions neither make the same lead nor lose what one keeps while the other
 * joins it. Always before the leads' own locks.
 */
export async function lockNamed(names: readonly string[], executor: Executor): Promise<void> {
  await executePrepared(
    sql`
      select pg_advisory_xact_lock(${NAMED}::int, stripe) from (
        select distinct hashtext(name) & ${NAMED_STRIPES - 1}::int as stripe
        from unnest(${sql.param(names)}::text[]) as named (name) order by stripe) stripes`,
    executor,
  );
}
