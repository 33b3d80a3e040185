import { type Database, db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listWaitingLeads, type WaitingLead } from "#db/queries/waiting-leads.ts";
import { fallBack } from "./fall-back.ts";
import { notify } from "./notify.ts";
import { routeLeads } from "./route-leads.ts";

/** Below the most leads that may be locked in one transaction, and soon over for who waits for one of them. */
const BATCH = 500;

export type RoutedWaiting = {
  /** To who is at work. */
  readonly routed: number;
  /** To who gets what nobody else could. */
  readonly fallenBack: number;
};

/**
 * Gives leads that wait for an owner to who has come to work since; while nobody has, those that waited as
 * long as the rule allows to who gets what nobody else could.
 */
export async function routeWaiting(
  { now, signal }: { readonly now: () => Date; readonly signal?: AbortSignal },
  database: Database = db,
): Promise<RoutedWaiting> {
  for (let routed = 0; ; ) {
    signal?.throwIfAborted();
    const waiting = await listWaitingLeads({ limit: BATCH }, database);
    if (waiting.length === 0) return { routed, fallenBack: 0 };
    const given = await database.transaction((tx) => routeBatch(waiting, now(), tx));
    if (given === 0) return { routed, fallenBack: await fallBack({ now, signal }, database) };
    routed += given;
  }
}

async function routeBatch(waiting: readonly WaitingLead[], at: Date, executor: Executor): Promise<number> {
  const leadIds = waiting.map(({ leadId }) => leadId);
  await lockLeads(leadIds, executor);
  const generation = await findCurrentGeneration(executor);
  const routed = generation ? await routeLeads({ leadIds, generation, at }, executor) : [];
  if (routed.length > 0) await notify({ leads: routed.map(({ leadId }) => leadId), ownerWas: null }, executor);
  return routed.length;
}
