import type { Stage } from "#lib/lifecycle/constants.ts";
import { VERSIONS } from "./model.ts";
import type { ScoreNote } from "./scoring-history.ts";
import { REPS } from "./team.ts";
import type { LeadStory, World } from "./world.ts";

type Entry = { leadId: number; userId: number; day: number; rank: number; at: number; score: ScoreNote };

/** The lists of the last working day before the day of loading: what "since yesterday" is measured against. */
export function previousLists({ calendar, stories }: World): Entry[] {
  let day = calendar.today - 1;
  while (!calendar.isWorkday(day)) day--;
  const at = calendar.at(day, 8 * 60 + 30);
  return REPS.flatMap(({ id: userId, dailyCapacity }) =>
    stories
      .filter(({ lead, life }) => lead.mayCall && life.ownerId === userId)
      .filter((story) => WORKED.includes(stageBefore(story, at)))
      .flatMap(({ lead, scoreAt }) => {
        const score = scoreAt(at);
        return score && callsFor(score) ? [{ leadId: lead.id, score }] : [];
      })
      .sort((a, b) => priorityOf(a.score) - priorityOf(b.score) || b.score.totals.combined - a.score.totals.combined)
      .slice(0, dailyCapacity)
      .map((entry, index) => ({ ...entry, userId, day, rank: index + 1, at })),
  );
}

const WORKED: readonly (Stage | null)[] = ["marketing_qualified", "sales_accepted", "sales_qualified"];

function stageBefore({ life }: LeadStory, at: number): Stage | null {
  return life.changes.findLast((change) => change.at < at)?.to ?? null;
}

function playOf({ versionId, totals }: NonNullable<ScoreNote>) {
  return VERSIONS[versionId - 1]?.definition.plays[totals.cell];
}

function callsFor(score: NonNullable<ScoreNote>): boolean {
  const action = playOf(score)?.action;
  return action === "call_now" || action === "call_today";
}

function priorityOf(score: NonNullable<ScoreNote>): number {
  return playOf(score)?.priority ?? Number.POSITIVE_INFINITY;
}
