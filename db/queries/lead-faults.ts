import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { dueLeads, leadScores } from "#db/schema/index.ts";
import type { StoredScore } from "#lib/model/scorer.ts";
import type { Fault } from "#lib/verification/verification.ts";
import { computeScores } from "./computed-scores.ts";
import type { Generation } from "./current-generation.ts";
import { SCORE_FIELDS } from "./score-columns.ts";

export type LeadFaults = {
  readonly leadIds: readonly number[];
  /** The one in force. */
  readonly generation: Generation;
  /** What a pass makes of leads, for those whose stored score is what a one-lead transaction makes of them. */
  readonly computeByPass: (leadIds: readonly number[]) => Promise<Scores>;
};
type Scores = ReadonlyMap<number, StoredScore | null>;

/**
 * Holds the stored scores of a few leads against their facts, computed both as one-lead transactions
 * and as a pass do. The caller holds their locks, so that nothing of them changes; those that are due
 * have no fault.
 */
export async function listFaults(
  { leadIds, generation, computeByPass }: LeadFaults,
  executor: Executor,
): Promise<Fault[]> {
  const computed = await computeScores({ leadIds, generation }, executor);
  const stored = await readStored(leadIds, generation, executor);
  const alike = leadIds.filter((leadId) => isSame(stored.get(leadId), computed.get(leadId)));
  const byPass = await computeByPass(alike);
  // Facts that come without locks make their lead due when they are committed: asked last, none is missed.
  const due = await listDue(leadIds, executor);
  return leadIds.flatMap((leadId) => {
    const score = byPass.has(leadId) ? byPass.get(leadId) : computed.get(leadId);
    if (due.has(leadId) || isSame(stored.get(leadId), score)) return [];
    return [faultOf(leadId, stored.get(leadId) ?? null, score ?? null)];
  });
}

function isSame(stored: StoredScore | undefined, score: StoredScore | null | undefined): boolean {
  if (!stored || !score) return !stored && !score;
  return KEYS.every((key) => stored[key] === score[key]);
}

function faultOf(leadId: number, stored: StoredScore | null, computed: StoredScore | null): Fault {
  const kind = stored && computed ? "difference" : stored ? "surplus" : "missing";
  return { leadId, kind, stored: brief(stored), computed: brief(computed) };
}

const KEYS = Object.keys(SCORE_FIELDS) as (keyof StoredScore)[];

function brief(score: StoredScore | null): Fault["stored"] {
  return score && { combined: score.combined, cell: score.cell };
}

async function readStored(
  leadIds: readonly number[],
  generation: Generation,
  executor: Executor,
): Promise<Map<number, StoredScore>> {
  const rows = await executor
    .select({ leadId: leadScores.leadId, ...SCORE_FIELDS })
    .from(leadScores)
    .where(
      and(
        inSlice(leadScores.leadId, { leadIds }),
        eq(leadScores.kind, "lead"),
        eq(leadScores.generationId, generation.id),
      ),
    );
  return new Map(
    rows.map(({ leadId, newestEventAt, ...row }) => [
      leadId,
      { ...row, newestEventAt: newestEventAt?.getTime() ?? null },
    ]),
  );
}

async function listDue(leadIds: readonly number[], executor: Executor): Promise<Set<number>> {
  const rows = await executor
    .select({ leadId: dueLeads.leadId })
    .from(dueLeads)
    .where(inSlice(dueLeads.leadId, { leadIds }));
  return new Set(rows.map(({ leadId }) => leadId));
}
