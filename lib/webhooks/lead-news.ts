import type { ChangeCause, Disposition, RejectionReason, Stage } from "#lib/lifecycle/constants.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { News, StageNews, ToldScore } from "./news.ts";

/** A score as it is stored, in centipoints; null throughout where there is none. */
type StoredThen = {
  readonly fit: number | null;
  readonly engagement: number | null;
  readonly combined: number | null;
  readonly cell: string | null;
  readonly versionId: number | null;
};

export type ScoreMove = { readonly leadId: number; readonly before: StoredThen; readonly after: StoredThen };

/** A lead in another cell. */
export function newsOfScore(
  { leadId, before, after }: ScoreMove,
  { at, cause }: { at: Date; cause: ChangeCause },
): News {
  return { type: "lead.cell_changed", leadId, at, data: { cause, from: told(before), to: told(after) } };
}

export type StageMove = {
  readonly leadId: number;
  readonly fromStage: Stage;
  readonly toStage: Stage;
  readonly at: Date;
  readonly cause: ChangeCause;
  readonly actorId: number | null;
  readonly score: StoredThen;
  /** null: the score did it. */
  readonly verdict: {
    /** What was recorded of the lead; null: its stage was set. */
    readonly disposition: Disposition | null;
    readonly reason: RejectionReason | null;
    /** Epoch day. */
    readonly returnsOn: number | null;
  } | null;
};

/** What a change of stage is called outside, in the order in which it is told; none for stages that nobody outside hears of. */
export function newsOfStage({
  leadId,
  fromStage,
  toStage,
  at,
  cause,
  actorId,
  score: stood,
  verdict,
}: StageMove): StageNews[] {
  const score = told(stood);
  const userId = actorId;
  const reason = verdict?.reason ?? null;
  switch (toStage) {
    case "marketing_qualified":
    case "sales_qualified":
      return [{ type: "lead.qualified", leadId, at, data: { stage: toStage, fromStage, cause, score, userId } }];
    case "sales_accepted":
      return [{ type: "lead.accepted", leadId, at, data: { fromStage, score, userId } }];
    case "recycled":
    case "disqualified": {
      const isGivenBack = verdict !== null && (toStage === "disqualified" || verdict.disposition === "rejected");
      const rejected: StageNews = {
        type: "lead.rejected",
        leadId,
        at,
        data: { fromStage, toStage, reason, score, userId },
      };
      const returnsOn = verdict === null || verdict.returnsOn === null ? null : formatEpochDay(verdict.returnsOn);
      const recycled: StageNews = {
        type: "lead.recycled",
        leadId,
        at,
        data: { fromStage, reason, returnsOn, score, userId },
      };
      return [...(isGivenBack ? [rejected] : []), ...(toStage === "recycled" ? [recycled] : [])];
    }
    default:
      return [];
  }
}

type Undone = {
  readonly leadId: number;
  readonly at: Date;
  readonly actorId: number;
  readonly toStages: readonly Stage[];
  readonly disposition: Disposition | null;
  /** Where it stands again. */
  readonly stage: Stage;
};

/** That an outcome was taken back; nothing when nothing of it was told. */
export function newsOfUndo({ leadId, at, actorId, toStages, disposition, stage }: Undone): News[] {
  const nothing: StoredThen = { fit: null, engagement: null, combined: null, cell: null, versionId: null };
  const verdict = disposition && { disposition, reason: null, returnsOn: null };
  const undoes = toStages.flatMap((toStage) =>
    newsOfStage({ leadId, fromStage: stage, toStage, at, cause: "disposition", actorId, score: nothing, verdict }).map(
      ({ type }) => type,
    ),
  );
  return undoes.length === 0 ? [] : [{ type: "lead.undone", leadId, at, data: { undoes, stage, userId: actorId } }];
}

type Many = {
  readonly moves: readonly ScoreMove[];
  readonly qualified: number;
  readonly at: Date;
  readonly cause: "import";
};

/** What happened to many leads in one summary; nothing when nothing did. */
export function newsOfMany({ moves, qualified, at, cause }: Many): News[] {
  if (moves.length + qualified === 0) return [];
  const cells = Map.groupBy(moves, ({ before, after }) => `${before.cell ?? ""}>${after.cell ?? ""}`);
  const counted = [...cells.values()].flatMap((group) =>
    group.slice(0, 1).map(({ before, after }) => ({ from: before.cell, to: after.cell, leads: group.length })),
  );
  const sorted = counted.sort((one, other) => other.leads - one.leads);
  const data = { cause, generationId: null, moved: moves.length, qualified, moves: sorted };
  return [{ type: "leads.moved", leadId: null, at, data }];
}

function told({ fit, engagement, combined, cell, versionId }: StoredThen): ToldScore | null {
  if (fit === null || engagement === null || combined === null || cell === null || versionId === null) return null;
  return { fit: fit / 100, engagement: engagement / 100, combined: combined / 100, cell, versionId };
}
