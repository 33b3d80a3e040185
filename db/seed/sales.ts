import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import { REJECTION_ROUTES } from "#lib/lifecycle/rejection.ts";
import { move, NotYet, step, touch, WORKDAY, type Work, workingDaysOn } from "./course.ts";
import { NOTES } from "./notes.ts";
import { visit } from "./visits.ts";

const HOUR_MS = 3_600_000;
/** Interest of somebody with an offer on the table. */
const CAREFUL = 4;

/** Works a lead that was just handed over, as far as time allows. Afterwards it is open, recycled or closed. */
export function workLead(work: Work): void {
  try {
    const reachedAt = reach(work);
    if (reachedAt !== null) decide(work, reachedAt);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    putOff(work);
  }
}

/** While sales is at work people look things up: the more, the more they want it. */
function lookUp({ diary, random }: Work, from: number, until: number): void {
  const { lead } = diary;
  const visits = random.poisson(Math.min(4, Math.exp(0.1 + 0.55 * lead.appetite)));
  for (let count = 0; count < visits; count++) visit(diary, from + (until - from) * random.next());
}

/** Who is about to sign reads prices and references with care. */
function readClosely({ diary, random }: Work, signedAt: number): void {
  const visits = random.int(1, 5);
  for (let count = 0; count < visits; count++) visit(diary, signedAt - random.int(6, 220) * HOUR_MS, CAREFUL);
}

/** Calls until somebody answers; null when nobody does. */
function reach(work: Work): number | null {
  const { owner, random, course } = work;
  const { lead, calendar } = work.diary;
  const isDeaf = lead.source === "LinkedIn template ad";
  const chance = lead.phone === null ? 0.12 : isDeaf ? 0.08 : 0.2;
  let at = calendar.afterWorkingMinutes(course.enteredAt, random.logNormal(owner.pace, 1));
  const tries = random.int(6, 11);
  for (let attempt = 1; attempt <= tries; attempt++) {
    step(work, at);
    if (random.chance(chance)) return at;
    touch(work, { at, disposition: "no_answer", note: random.chance(0.3) ? random.pick(NOTES.noAnswer) : "" });
    at = calendar.afterWorkingMinutes(at, random.int(2, 7) * WORKDAY + random.int(-200, 200));
  }
  step(work, at);
  reject(work, at, "unreachable");
  return null;
}

/** The first talk, and what comes of it. Whoever waited long is harder to win: planted, and so is that a day costs more than an hour. */
function decide(work: Work, talkedAt: number): void {
  const { random, course } = work;
  const { lead, calendar } = work.diary;
  const firstAt = course.touches.find((touched) => touched.at >= course.enteredAt)?.at ?? talkedAt;
  const waitedHours = (firstAt - course.enteredAt) / HOUR_MS;
  const delay = waitedHours < 1 ? 0.85 : waitedHours < 4 ? 0.3 : waitedHours < 24 ? -0.1 : -0.75;
  let at = talkedAt;
  if (random.chance(0.3)) {
    touch(work, { at, disposition: "called", note: random.pick(NOTES.called) });
    at = calendar.afterWorkingMinutes(at, random.int(1, 5) * WORKDAY + random.int(0, 300));
    step(work, at);
  }
  if (!random.chance(sigmoid(0.7 + 0.8 * lead.appetite + delay))) {
    reject(work, at, reasonOf(work));
    return;
  }
  touch(work, { at, disposition: "accepted", note: random.pick(NOTES.accepted) });
  move(work, at, "sales_accepted", { cause: "disposition", byTouch: true });

  const promisedAt = calendar.afterWorkingMinutes(at, 2 * 60);
  at = later(work, at, 4, 16);
  if (random.chance(0.5)) touch(work, { at: promisedAt, kind: "email", note: random.pick(NOTES.email) });
  if (!random.chance(sigmoid(-0.45 + 0.9 * lead.appetite + delay))) {
    reject(work, at, reasonOf(work));
    return;
  }
  touch(work, { at, kind: "meeting", note: random.pick(NOTES.meeting) });
  move(work, at, "sales_qualified", { cause: "disposition" });

  at = later(work, at, 4, 14);
  if (!random.chance(sigmoid(0.8 + 0.6 * lead.appetite))) {
    reject(work, at, reasonOf(work));
    return;
  }
  touch(work, { at, kind: "email", note: "Offerte verstuurd" });
  move(work, at, "opportunity", { cause: "disposition" });

  at = later(work, at, 12, 45);
  const isWon = random.chance(sigmoid(-2.2 + 1.1 * lead.appetite));
  if (isWon) readClosely(work, at);
  close(work, at, isWon);
}

/** Someone who was never handed over signs all the same: by word of mouth, without a look at the site. */
export function buyDirectly(work: Work): void {
  const { random } = work;
  try {
    const start = workingDaysOn(work, work.course.enteredAt, random.int(8, 130));
    move(work, start, "opportunity", { cause: "disposition" });
    close(work, workingDaysOn(work, start, random.int(6, 25)), true);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
}

function close(work: Work, at: number, isWon: boolean): void {
  const { random, course } = work;
  const { lead } = work.diary;
  const mechanics = Math.min(220, Math.max(3, (lead.account.employees ?? 40) / 2.6));
  // A licence of 39 euros a month for each mechanic, for a year, give or take what was agreed.
  const euros = Math.round((mechanics * 39 * 12 * (0.75 + 0.4 * random.next())) / 10) * 10;
  course.outcomes.push({ result: isWon ? "won" : "lost", at, valueMinor: euros * 100 });
  const reason = isWon
    ? null
    : random.weighted([
        ["competitor", 5],
        ["no_budget", 4],
        ["no_need", 2],
      ] as const);
  move(work, at, isWon ? "customer" : "lost", { cause: "outcome", reason });
}

function reasonOf({ diary, random }: Work): RejectionReason {
  if (diary.lead.source === "LinkedIn template ad" && random.chance(0.5))
    return random.pick(["bad_fit", "no_need", "bad_data"]);
  return random.weighted([
    ["bad_timing", 26],
    ["no_budget", 20],
    ["no_need", 18],
    ["not_decision_maker", 14],
    ["bad_fit", 12],
    ["competitor", 7],
    ["bad_data", 3],
  ] as const);
}

function reject(work: Work, at: number, reason: RejectionReason): void {
  const route = REJECTION_ROUTES[reason];
  touch(work, { at, disposition: "rejected", reason, note: work.random.chance(0.4) ? NOTES.rejected[reason] : "" });
  move(work, at, route.stage, { cause: "disposition", reason, byTouch: true });
  if (route.stage === "recycled") work.course.returnsOn = work.diary.calendar.dayOf(at) + route.afterDays;
}

/** Some open leads are put off until today or later, after a last talk since they were handed over. */
function putOff(work: Work): void {
  const { random, course } = work;
  const { calendar } = work.diary;
  const last = course.touches.at(-1);
  if (!last || last.at < course.enteredAt || course.stage === "opportunity" || !random.chance(0.2)) return;
  const at = calendar.afterWorkingMinutes(last.at, random.int(20, 2 * WORKDAY));
  if (at > calendar.end - 16 * HOUR_MS) return;
  const snoozedUntil = random.chance(0.4) ? calendar.today : calendar.today + random.int(1, 12);
  touch(work, { at, kind: "snooze", disposition: "snoozed", snoozedUntil, note: random.pick(NOTES.snoozed) });
}

/** Some working days on, with the visits in between. */
function later(work: Work, from: number, fewest: number, most: number): number {
  const at = workingDaysOn(work, from, work.random.int(fewest, most));
  lookUp(work, from, at);
  return at;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
