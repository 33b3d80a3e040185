import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { leadMerges, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { mergeRecords } from "#lib/leads/merge-leads.ts";
import type { DoneMerge, LeadCounts, MergePreview, MergeScore, MergeSide } from "#lib/leads/merge-view.ts";
import type { LeadProfile } from "#lib/leads/profile.ts";
import type { StoredScore } from "#lib/model/scorer.ts";
import { findLead } from "./lead.ts";
import { readLeadRecords } from "./lead-records.ts";
import { readMergeScores } from "./merge-scores.ts";

type Query = { readonly keptId: number; readonly mergedId: number; readonly viewer: Viewer; readonly at: Date };

/** What merging two leads would come to; null when they are not two that the viewer sees. */
export async function readMergePreview(
  { keptId, mergedId, viewer, at }: Query,
  executor: Executor = db,
): Promise<MergePreview | null> {
  const leadIds = [keptId, mergedId];
  const [kept, merged, records, counts] = await Promise.all([
    findLead({ viewer, leadId: keptId }, executor),
    findLead({ viewer, leadId: mergedId }, executor),
    readLeadRecords({ leadIds, viewer }, executor),
    countRows(leadIds, executor),
  ]);
  const [one, other] = [records.get(keptId), records.get(mergedId)];
  if (keptId === mergedId || !kept || !merged || !one || !other) return null;
  const { record, filledFields } = mergeRecords(one, other);
  const values = flattenFields(record, null);
  const sides = { kept: { leadId: keptId, record: one }, merged: { leadId: mergedId, record: other } };
  const scores = await readMergeScores({ ...sides, record, at }, executor);
  return {
    kept: sideOf(kept, { score: shown(scores.kept), counts }),
    merged: sideOf(merged, { score: shown(scores.merged), counts }),
    result: {
      company: kept.account?.name ?? merged.account?.name ?? null,
      email: record.email,
      phone: record.phone,
      score: shown(scores.result),
      stage: scores.stage,
      owner: kept.owner?.name ?? merged.owner?.name ?? null,
      createdAt: record.createdAt.getTime(),
      mayCall: record.mayCall,
      mayEmail: record.mayEmail,
      mayScore: record.mayScore,
    },
    filled: filledFields.flatMap((key) => {
      const value = values[key];
      return value === null || value === undefined ? [] : [{ key, value }];
    }),
  };
}

/** Records that went into a lead, the newest first: that one can be taken out again. */
export async function listMerges(
  { leadId }: { readonly leadId: number },
  executor: Executor = db,
): Promise<DoneMerge[]> {
  const rows = await executor
    .select({
      mergeId: leadMerges.id,
      mergedId: leadMerges.mergedId,
      at: leadMerges.at,
      cause: leadMerges.cause,
      actor: users.name,
    })
    .from(leadMerges)
    .leftJoin(users, eq(users.id, leadMerges.actorId))
    .where(and(eq(leadMerges.leadId, leadId), isNull(leadMerges.undoneAt)))
    .orderBy(desc(leadMerges.at), desc(leadMerges.id));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

const NOTHING: LeadCounts = { events: 0, touches: 0, outcomes: 0, adjustments: 0 };

function shown(score: StoredScore | null): MergeScore | null {
  return score && { fit: score.fit, engagement: score.engagement, combined: score.combined, cell: score.cell };
}

type Has = { readonly score: MergeScore | null; readonly counts: ReadonlyMap<number, LeadCounts> };

function sideOf(profile: LeadProfile, { score, counts }: Has): MergeSide {
  const { leadId, name, account, email, phone, stage, owner, createdAt, mayCall, mayEmail, mayScore } = profile;
  const known = { leadId, name, email, phone, stage, createdAt, mayCall, mayEmail, mayScore };
  return {
    ...known,
    company: account?.name ?? null,
    owner: owner?.name ?? null,
    score,
    counts: counts.get(leadId) ?? NOTHING,
  };
}

async function countRows(leadIds: readonly number[], executor: Executor): Promise<Map<number, LeadCounts>> {
  const rows = await executor.execute<LeadCounts & { lead: string }>(sql`
    select lead.id as lead,
      (select count(*)::int from events where lead_id = lead.id) as events,
      (select count(*)::int from touches where lead_id = lead.id and undone_at is null) as touches,
      (select count(*)::int from outcomes where lead_id = lead.id) as outcomes,
      (select count(*)::int from adjustments where lead_id = lead.id and withdrawn_at is null) as adjustments
    from unnest(${idArray(leadIds)}) lead (id)`);
  return new Map(rows.map(({ lead, ...counts }) => [Number(lead), counts] as const));
}
