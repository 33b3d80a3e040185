import { db, type Executor } from "#db/client.ts";
import { prepare } from "#lib/briefing/preparation.ts";
import { whyOf } from "#lib/briefing/why.ts";
import { byUrgency, sectionOf } from "#lib/call-list/arrange.ts";
import { standingOf } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { dialOf } from "#lib/leads/dial.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import {
  type CallListQuery,
  findListMadeAt,
  findPreviousListDay,
  listCallEntries,
  listDepartures,
} from "./call-list.ts";
import type { Generation } from "./current-generation.ts";
import { readEmptiness } from "./emptiness.ts";
import { readQualifications } from "./qualification.ts";
import { listRunningClocks } from "./running-clocks.ts";
import { readShownScores } from "./shown-scores.ts";
import { listTouches } from "./touches.ts";

export type TodayQuery = CallListQuery & { readonly generation: Generation | null; readonly timeZone: string };
export type Today = Pick<TodayView, "departures" | "emptiness" | "rows" | "sinceDay">;

/** A rep's list of a day with all that its page shows, in a fixed number of queries. */
export async function readToday(query: TodayQuery, executor: Executor = db): Promise<Today> {
  const { userId, day, generation, timeZone } = query;
  const [entries, madeAt, previousDay] = await Promise.all([
    listCallEntries(query, executor),
    findListMadeAt({ userId, day }, executor),
    findPreviousListDay({ userId, day }, executor),
  ]);
  const leadIds = entries.map(({ leadId }) => leadId);
  const sinceDay = previousDay ?? day - 1;
  const generationId = generation?.id ?? null;
  const [touches, scores, clocks, qualificationOf, departures] = await Promise.all([
    listTouches({ leadIds }, executor),
    generation ? readShownScores({ leadIds, generation, sinceDay }, executor) : null,
    listRunningClocks({ leadIds }, executor),
    readQualifications({ leadIds, generationId }, executor),
    previousDay === null ? [] : listDepartures({ ...query, previousDay, generationId }, executor),
  ]);
  const dayStart = startOfDay(day, timeZone);
  const rows = entries
    .map(toRow)
    .filter(({ stage, done }) => isOpen(stage) || done !== null)
    .sort(byUrgency);
  const emptiness = rows.length === 0 ? await readEmptiness({ userId, day }, executor) : null;
  return { rows, sinceDay, departures, emptiness };

  function toRow({ shownAt, ownerId, lastName, email, mayEmail, ...entry }: (typeof entries)[number]): CallRow {
    const { country, accountCountry, ...lead } = entry;
    const ofLead = touches.get(lead.leadId) ?? [];
    const { last, ...standing } = standingOf(ofLead, { day, dayStart });
    const writable = mayEmail ? email : null;
    const shown = scores?.get(lead.leadId);
    const isNewcomer = standing.followUp === null && madeAt !== null && shownAt.getTime() > madeAt;
    const clock = clocks.get(lead.leadId) ?? null;
    const urgency = { leadId: lead.leadId, dueAt: clock?.dueAt ?? null, followUp: standing.followUp, isNewcomer };
    return {
      ...lead,
      ...standing,
      ...urgency,
      clock,
      // A clock that started after the outcome, or went on through it, asks for another.
      done: clock === null ? standing.done : null,
      lastTouch: last,
      section: sectionOf(urgency),
      shownAt: shownAt.getTime(),
      name: leadName({ firstName: lead.firstName, lastName, email }),
      email: writable,
      dial: lead.phone === null ? null : dialOf(lead.phone, [country, accountCountry]),
      isUnassigned: ownerId === null,
      score: shown?.score ?? null,
      why: shown?.why ?? whyOf(null),
      preparation: prepare({
        day,
        timeZone,
        briefing: shown?.briefing ?? null,
        action: shown?.action ?? null,
        touches: ofLead,
        qualification: qualificationOf(lead.leadId),
        stage: lead.stage,
        isDone: clock === null && standing.done !== null,
        phone: lead.phone,
        email: writable,
        // Nobody who may not be called is on a list.
        mayCall: true,
        followUp: standing.followUp,
        dueAt: urgency.dueAt,
      }),
    };
  }
}
