import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray, inSlice } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import type { ChangeCause, Stage } from "#lib/lifecycle/constants.ts";
import { stageByScore } from "#lib/lifecycle/stage-rules.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { StageMove } from "#lib/webhooks/lead-news.ts";
import type { OwnerChange } from "./assign-leads.ts";
import { markTouched } from "./mark-touched.ts";
import { routeLeads } from "./route-leads.ts";

export type QualifyLeads = {
  readonly leadIds: readonly number[];
  readonly generation: Pick<Generation, "id" | "timeZone" | "fieldTypes">;
  readonly at: Date;
  readonly cause: ChangeCause;
};

export type QualifiedLeads = {
  readonly moved: readonly number[];
  /** The change of stage of each. */
  readonly moves: readonly StageMove[];
  /** Whose those became that were nobody's. */
  readonly routed: readonly OwnerChange[];
};

/** Hands over the leads whose stored score says so, to who is at work. The caller holds their locks, and tells. */
export async function qualifyLeads(input: QualifyLeads, executor: Executor): Promise<QualifiedLeads> {
  const { generation, at, cause } = input;
  const due = await listDue(input, executor);
  if (due.length === 0) return { moved: [], moves: [], routed: [] };
  const instant = sql`${at.toISOString()}::timestamptz`;
  const changes = await executePrepared<StageChange>(
    sql`
    insert into stage_changes (lead_id, at, from_stage, to_stage, cause, fit, engagement, combined, cell, version_id)
    select lead.id, ${instant}, lead.stage, 'marketing_qualified', ${causeOf(cause)},
      score.fit, score.engagement, score.combined, score.cell, score.version_id
    from leads lead
    join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
    where lead.id = any(${idArray(due)})
    returning lead_id, from_stage, cause, fit, engagement, combined, cell, version_id`,
    executor,
  );
  await executePrepared(
    sql`
    update leads set stage = 'marketing_qualified', stage_entered_at = ${instant}, returns_on = null, updated_at = ${instant}
    where id = any(${idArray(due)})`,
    executor,
  );
  await markTouched(due, executor);
  const moves = changes.map((change) => toMove(change, at));
  return { moved: due, moves, routed: await routeLeads({ leadIds: due, generation, at }, executor) };
}

type StageChange = {
  readonly lead_id: string;
  readonly from_stage: Stage;
  readonly cause: ChangeCause;
  readonly version_id: number | null;
} & Record<"fit" | "engagement" | "combined", number | null> &
  Record<"cell", string | null>;

function toMove({ lead_id, from_stage: fromStage, cause, version_id: versionId, ...stood }: StageChange, at: Date) {
  const { fit, engagement, combined, cell } = stood;
  const score = { fit, engagement, combined, cell, versionId };
  const leadId = Number(lead_id);
  return { leadId, fromStage, toStage: "marketing_qualified", at, cause, actorId: null, score, verdict: null } as const;
}

/** On its day a recycled lead is back because that was agreed, though the pass of that day finds it. */
function causeOf(cause: ChangeCause): SQL {
  if (cause !== "decay") return sql`${cause}`;
  return sql`case when lead.stage = 'recycled' and lead.returns_on is not null then 'nurtured' else ${cause} end`;
}

async function listDue({ leadIds, generation, at }: QualifyLeads, executor: Executor): Promise<number[]> {
  const day = localDay(at.getTime(), generation.timeZone);
  const rows = await executor
    .select({ id: leads.id, stage: leads.stage, returnsOn: leads.returnsOn, qualifies: leadScores.qualifies })
    .from(leads)
    .innerJoin(
      leadScores,
      and(eq(leadScores.leadId, leads.id), eq(leadScores.kind, "lead"), eq(leadScores.generationId, generation.id)),
    )
    .where(and(inSlice(leads.id, { leadIds }), leadScores.qualifies, ne(leads.stage, "marketing_qualified")))
    .prepare("qualifying")
    .execute();
  return rows.filter((row) => stageByScore({ ...row, day }) !== row.stage).map((row) => row.id);
}
