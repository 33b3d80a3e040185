import { db, type Executor } from "#db/client.ts";
import { whyOf } from "#lib/briefing/why.ts";
import { standingOf } from "#lib/call-list/touch.ts";
import type { CallRow, CallSection, TodayView } from "#lib/call-list/view.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { type CallListQuery, findPreviousListDay, listCallEntries, listDepartures } from "./call-list.ts";
import type { Generation } from "./current-generation.ts";
import { readEmptiness } from "./emptiness.ts";
import { readShownScores } from "./shown-scores.ts";
import { listTouches } from "./touches.ts";

export type TodayQuery = CallListQuery & { readonly generation: Generation | null; readonly timeZone: string };
export type Today = Pick<TodayView, "departures" | "emptiness" | "rows" | "sinceDay">;

/** A rep's list of a day with all that its page shows, in a fixed number of queries. */
export async function readToday(query: TodayQuery, executor: Executor = db): Promise<Today> {
  const { userId, day, generation, timeZone } = query;
  const [entries, previousDay] = await Promise.all([
    listCallEntries(query, executor),
    findPreviousListDay({ userId, day }, executor),
  ]);
  const leadIds = entries.map(({ leadId }) => leadId);
  const sinceDay = previousDay ?? day - 1;
  const [touches, scores, departures] = await Promise.all([
    listTouches({ leadIds }, executor),
    generation ? readShownScores({ leadIds, generation, sinceDay }, executor) : null,
    previousDay === null
      ? []
      : listDepartures({ ...query, previousDay, generationId: generation?.id ?? null }, executor),
  ]);
  const madeAt = Math.min(...entries.map(({ shownAt }) => shownAt.getTime()));
  const dayStart = startOfDay(day, timeZone);
  const rows = entries.map(toRow).filter(({ stage, done }) => isOpen(stage) || done !== null);
  const emptiness = rows.length === 0 ? await readEmptiness({ userId, day }, executor) : null;
  return { rows, sinceDay, departures, emptiness };

  function toRow({ shownAt, ownerId, lastName, email, mayEmail, ...lead }: (typeof entries)[number]): CallRow {
    const { last, ...standing } = standingOf(touches.get(lead.leadId) ?? [], { day, dayStart });
    const shown = scores?.get(lead.leadId);
    return {
      ...lead,
      ...standing,
      lastTouch: last,
      section: sectionOf(shownAt.getTime() > madeAt, standing.followUpOn !== null),
      shownAt: shownAt.getTime(),
      name: leadName({ firstName: lead.firstName, lastName, email }),
      email: mayEmail ? email : null,
      isUnassigned: ownerId === null,
      score: shown?.score ?? null,
      why: shown?.why ?? whyOf(null),
    };
  }
}

function sectionOf(isNewcomer: boolean, isFollowUp: boolean): CallSection {
  if (isNewcomer) return "new";
  return isFollowUp ? "follow_up" : "call";
}
