import { formatTimeOfDay } from "#lib/time/time-of-day.ts";
import { instantOfWallTime, wallTimeOf } from "#lib/time/wall-time.ts";
import { withoutContact } from "./without-contact.ts";
import type { CalendarEvent } from "./write-calendar.ts";

/** Of a lead, what may leave the house: its name and its company's, no number and no address. */
type Named = { readonly leadId: number; readonly name: string | null; readonly company: string | null };

/** A lead that its owner put off until a day, or a time of it. */
export type FollowUpTask = Named & {
  readonly touchId: number;
  /** Epoch day. */
  readonly day: number;
  /** Of the day; null: any time. */
  readonly minute: number | null;
};

/** A lead whose first touch is due, in epoch milliseconds. */
export type ClockTask = Named & { readonly clockId: number; readonly dueAt: number };

export type CalendarTasks = { readonly followUps: readonly FollowUpTask[]; readonly clocks: readonly ClockTask[] };

/** The words of whose calendar it is. */
export type TaskWords = {
  readonly followUp: (who: string) => string;
  readonly firstTouch: (who: string, time: string) => string;
  readonly unnamed: (leadId: number) => string;
};

type House = {
  readonly words: TaskWords;
  readonly timeZone: string;
  /** Where the pages are, as `https://voorrang.example`. */
  readonly origin: string;
};

/** As long as a call is planned. */
const CALL_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

/** What a person has to do, as a calendar shows it: a first touch ends when it is due. */
export function eventsOf({ followUps, clocks }: CalendarTasks, { words, timeZone, origin }: House): CalendarEvent[] {
  const host = new URL(origin).host;
  const about = (task: Named) => ({
    who: withoutContact(task.name ?? "") || words.unnamed(task.leadId),
    details: withoutContact(task.company ?? ""),
    url: `${origin}/leads/${task.leadId}`,
  });
  return [
    ...followUps.map((task): CalendarEvent => {
      const { who, ...rest } = about(task);
      const uid = `follow-up-${task.leadId}-${task.touchId}@${host}`;
      return { ...rest, uid, when: whenOf(task, timeZone), title: words.followUp(who) };
    }),
    ...clocks.map((task): CalendarEvent => {
      const { who, ...rest } = about(task);
      const { dueAt } = task;
      const time = formatTimeOfDay(Math.floor(wallTimeOf(dueAt, timeZone).msOfDay / MINUTE_MS));
      const uid = `first-touch-${task.leadId}-${task.clockId}@${host}`;
      return { ...rest, uid, when: { from: dueAt - CALL_MS, to: dueAt }, title: words.firstTouch(who, time) };
    }),
  ];
}

function whenOf({ day, minute }: FollowUpTask, timeZone: string): CalendarEvent["when"] {
  if (minute === null) return { day };
  const from = instantOfWallTime({ day, msOfDay: minute * MINUTE_MS }, timeZone);
  return { from, to: from + CALL_MS };
}
