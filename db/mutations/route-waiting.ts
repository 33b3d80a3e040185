import { type Database, db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listWaitingLeads, type WaitingLead } from "#db/queries/waiting-leads.ts";
import { fallBack } from "./fall-back.ts";
import { notify } from "./notify.ts";
import { routeLeads } from "./route-leads.ts";
import { type Summary, tellNewcomers } from "./tell-newcomers.ts";

/** Below the most leads that may be locked in one transaction, and soon over for who waits for one of them. */
const BATCH = 500;

export type RoutedWaiting = {
  /** To who is at work. */
  readonly routed: number;
  /** To who gets what nobody else could. */
  readonly fallenBack: number;
};

/**
 * Gives leads that wait for an owner to who has come to work since, who is told; while nobody has, those that waited as
 * long as the rule allows to who gets what nobody else could.
 */
export async function routeWaiting(
  { now, signal }: { readonly now: () => Date; readonly signal?: AbortSignal },
  database: Database = db,
): Promise<RoutedWaiting> {
  const summary: Summary = { subject: `waited:${now().toISOString()}`, counts: new Map() };
  for (let routed = 0; ; ) {
    signal?.throwIfAborted();
    const waiting = await listWaitingLeads({ limit: BATCH }, database);
    if (waiting.length === 0) return { routed, fallenBack: 0 };
    const given = await database.transaction((tx) => routeBatch(waiting, { at: now(), summary }, tx));
    if (given === 0) return { routed, fallenBack: await fallBack({ now, signal }, database) };
    routed += given;
  }
}

type Routing = { readonly at: Date; readonly summary: Summary };

async function routeBatch(
  waiting: readonly WaitingLead[],
  { at, summary }: Routing,
  executor: Executor,
): Promise<number> {
  const leadIds = waiting.map(({ leadId }) => leadId);
  await lockLeads(leadIds, executor);
  const generation = await findCurrentGeneration(executor);
  if (!generation) return 0;
  const routed = (await routeLeads({ leadIds, generation, at }, executor)).map(({ leadId }) => leadId);
  if (routed.length === 0) return 0;
  await notify({ leads: routed, ownerWas: null }, executor);
  await tellNewcomers({ leadIds: routed, events: [], at, generation, summary }, executor);
  return routed.length;
}
