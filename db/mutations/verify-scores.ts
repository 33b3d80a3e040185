import { count } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { listFaults } from "#db/queries/lead-faults.ts";
import { computeByPass, findSuspects } from "#db/queries/suspicious-leads.ts";
import { dueLeads, verifications } from "#db/schema/index.ts";
import type { Fault, Verification } from "#lib/verification/verification.ts";

export type VerifyScores = { readonly now: () => Date; readonly signal?: AbortSignal | undefined };

const BATCH = 500;
/** Faults that are kept by name. */
const KEPT = 100;
/** Of each batch, leads whose suspicion a one-lead transaction clears and that the stream has to clear as well. */
const STREAMED = 50;

/**
 * Computes every score in force from stored facts and says where what is stored is another: all leads
 * by the stream of a pass, while work goes on, and then those that differ once more under their
 * locks, as one-lead transactions compute them as well. Keeps and gives the outcome; null before the first scores.
 */
export async function verifyScores({ now, signal }: VerifyScores, target: Store = store): Promise<Verification | null> {
  const { db } = target;
  const startedAt = now();
  const generation = await findCurrentGeneration(db);
  if (!generation) return null;
  const suspects = await findSuspects({ generation, signal }, target);
  const counts = { difference: 0, missing: 0, surplus: 0 };
  const kept: Fault[] = [];
  for (let from = 0; from < suspects.leadIds.length; from += BATCH) {
    signal?.throwIfAborted();
    for (const fault of await findFaults(suspects.leadIds.slice(from, from + BATCH), target)) {
      counts[fault.kind] += 1;
      if (kept.length < KEPT) kept.push(fault);
    }
  }
  const [due] = await db.select({ count: count() }).from(dueLeads);
  const verification: Verification = {
    leads: suspects.leads,
    differences: counts.difference,
    missing: counts.missing,
    surplus: counts.surplus,
    due: due?.count ?? 0,
    faults: kept,
  };
  await keep({ verification, generation, startedAt, finishedAt: now() }, target);
  return verification;
}

/** Under the scores in force by now: the locks keep a switch away as well. */
function findFaults(leadIds: readonly number[], target: Store): Promise<Fault[]> {
  return target.db.transaction(async (tx) => {
    await lockLeads(leadIds, tx);
    const generation = await findCurrentGeneration(tx);
    if (!generation) return [];
    const byPass = (cleared: readonly number[]) =>
      computeByPass({ leadIds: cleared.slice(0, STREAMED), generation }, target);
    return listFaults({ leadIds, generation, computeByPass: byPass }, tx);
  });
}

type Outcome = {
  readonly verification: Verification;
  readonly generation: Generation;
  readonly startedAt: Date;
  readonly finishedAt: Date;
};

async function keep({ verification, generation, startedAt, finishedAt }: Outcome, { db }: Store): Promise<void> {
  await db
    .insert(verifications)
    .values({ ...verification, generationId: generation.id, day: generation.day, startedAt, finishedAt });
}
