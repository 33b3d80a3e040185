import { db, type Executor } from "#db/client.ts";
import { prepare } from "#lib/briefing/preparation.ts";
import { whyOf } from "#lib/briefing/why.ts";
import { byUrgency, sectionOf } from "#lib/call-list/arrange.ts";
import { type Departure, leaveOf } from "#lib/call-list/departure.ts";
import { type Standing, standingOf } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { dialOf } from "#lib/leads/dial.ts";
import { leadName } from "#lib/leads/lead-name.ts";
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
export type Today = Pick<TodayView, "departures" | "emptiness" | "gone" | "rows" | "sinceDay">;

type ListEntry = Awaited<ReturnType<typeof listCallEntries>>[number];
type ListedLead = NonNullable<ListEntry["lead"]>;
type Place = {
  /** null: the lead has left it. */
  readonly row: CallRow | null;
  readonly departures: readonly { readonly departure: Departure; readonly isDone: boolean }[];
};

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
  const places = entries.map(placeOf);
  const rows = places.flatMap(({ row }) => row ?? []).sort(byUrgency);
  const left = places.flatMap(({ departures: ofPlace }) => ofPlace);
  const undone = left.filter(({ isDone }) => !isDone);
  const gone = { done: left.length - undone.length, undone: undone.length };
  const emptiness = rows.length === 0 ? await readEmptiness({ userId, day }, executor) : null;
  return { rows, sinceDay, departures: [...undone.map(({ departure }) => departure), ...departures], gone, emptiness };

  function placeOf(entry: ListEntry): Place {
    const { leadId, mergedLeadId, lead, ownerName, isVisible } = entry;
    const standing = standingOf(touches.get(leadId) ?? [], { day, dayStart });
    // A clock that started after the outcome, or went on through it, asks for another.
    const isDone = standing.done !== null && !clocks.has(leadId);
    if (!lead)
      return { row: null, departures: [{ departure: { leadId, name: null, isHidden: true, key: "deleted" }, isDone }] };
    const named = { name: leadName(lead), isHidden: !isVisible };
    const owner = lead.ownerId === null ? null : { userId: lead.ownerId, name: ownerName };
    const leave = leaveOf({ leadId, ...named, owner, mayCall: lead.mayCall, stage: lead.stage }, userId);
    const stays = leave === null || (leave.key === "stage" && isDone);
    const merged =
      mergedLeadId !== null && !leadIds.includes(mergedLeadId)
        ? [{ departure: { leadId, ...named, key: "merged" as const }, isDone: false }]
        : [];
    return stays
      ? { row: toRow({ ...entry, lead }, standing), departures: merged }
      : { row: null, departures: [{ departure: leave, isDone }, ...merged] };
  }

  function toRow(entry: ListEntry & { readonly lead: ListedLead }, { last, ...standing }: Standing): CallRow {
    const { leadId, lead, shownAt, company, employees } = entry;
    const writable = lead.mayEmail ? lead.email : null;
    const shown = scores?.get(leadId);
    const isNewcomer = standing.followUp === null && madeAt !== null && shownAt.getTime() > madeAt;
    const clock = clocks.get(leadId) ?? null;
    const urgency = {
      leadId,
      dueAt: clock?.dueAt ?? null,
      followUp: standing.followUp,
      isNewcomer,
      shownAt: shownAt.getTime(),
    };
    const done = clock === null ? standing.done : null;
    return {
      ...{ firstName: lead.firstName, jobTitle: lead.jobTitle, phone: lead.phone, stage: lead.stage },
      ...{ company, employees, city: lead.city ?? entry.accountCity },
      ...standing,
      ...urgency,
      clock,
      done,
      lastTouch: last,
      section: sectionOf(urgency),
      name: leadName(lead),
      email: writable,
      dial: lead.phone === null ? null : dialOf(lead.phone, [lead.country, entry.accountCountry]),
      isUnassigned: lead.ownerId === null,
      score: shown?.score ?? null,
      why: shown?.why ?? whyOf(null),
      preparation: prepare({
        day,
        timeZone,
        briefing: shown?.briefing ?? null,
        action: shown?.action ?? null,
        touches: touches.get(leadId) ?? [],
        qualification: qualificationOf(leadId),
        stage: lead.stage,
        isDone: done !== null,
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
