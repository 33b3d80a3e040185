import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countLate } from "#db/queries/late-clocks.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { holidays, organisation, slaClocks } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestVersion, testDefinition } from "#db/test/scoring-fixtures.ts";
import { seededRandom } from "#lib/random.ts";
import { figuresOf } from "#lib/sla/figures.ts";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { buildGeneration } from "./build-generation.ts";
import { markClocksShown } from "./mark-clocks-shown.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordEvents } from "./record-events.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import { undoTouch } from "./undo-touch.ts";

/**
 * Six days of six reps, from Thursday 26 March 2026 over the night in which clocks jump ahead and a
 * holiday Monday, counted once by the product and once minute by minute.
 */
const ZONE = "Europe/Amsterdam";
const MINUTE = 60_000;
const SLA_MINUTES = 60;
const START = Date.parse("2026-03-26T05:00:00Z");
const END = Date.parse("2026-04-01T18:00:00Z");

const WORKDAY = [
  { from: 8 * 60 + 30, to: 12 * 60 + 30 },
  { from: 13 * 60, to: 17 * 60 + 30 },
];
const WEEK = [
  ...Array.from({ length: 5 }, () => WORKDAY),
  [{ from: 10 * 60, to: 14 * 60 }],
  [{ from: 60, to: 4 * 60 }],
];
const HOLIDAY = parseEpochDay("2026-03-30") ?? 0;

/** The same hours as a person reads them off a calendar, in UTC: on Sunday 2:00 to 3:00 does not exist. */
const OPENINGS = [
  ...["2026-03-26T07:30/11:30", "2026-03-26T12:00/16:30", "2026-03-27T07:30/11:30", "2026-03-27T12:00/16:30"],
  ...["2026-03-28T09:00/13:00", "2026-03-29T00:00/02:00"],
  ...["2026-03-31T06:30/10:30", "2026-03-31T11:00/15:30", "2026-04-01T06:30/10:30", "2026-04-01T11:00/15:30"],
  ...["2026-04-02T06:30/10:30", "2026-04-02T11:00/15:30"],
];
/** The start of every working minute. */
const MINUTES = OPENINGS.flatMap((opening) => {
  const [from = "", to = ""] = opening.split("/");
  const [start, end] = [Date.parse(`${from}:00Z`), Date.parse(`${from.slice(0, 10)}T${to}:00Z`)];
  return Array.from({ length: (end - start) / MINUTE }, (_, minute) => start + minute * MINUTE);
});
const minutesBetween = (from: number, to: number) => MINUTES.filter((at) => from <= at && at < to).length;

type Clock = {
  leadId: number;
  arrivedAt: number;
  dueAt: number;
  shownAt: number | null;
  stoppedAt: number | null;
  isEnded: boolean;
  isTold: boolean;
};
type Lead = { leadId: number; repId: number; mayCall: boolean; touches: number[]; stoppedBy: Map<number, Clock> };
type Act =
  | { kind: "event"; at: number; lead: Lead; type: string; lateMinutes: number }
  | {
      kind: "attempt";
      at: number;
      lead: Lead;
      disposition: "called" | "no_answer" | "emailed";
      undoneAfter: number | null;
    }
  | { kind: "undo"; at: number; lead: Lead; touchId: number }
  | { kind: "show"; at: number; repId: number }
  | { kind: "sweep"; at: number };

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.db
    .insert(organisation)
    .values({ name: "Test", timeZone: ZONE, workingWeek: WEEK, createdAt: new Date(START) });
  await store.db.insert(holidays).values({ day: HOLIDAY, name: "Holiday" });
  const definition = testDefinition();
  const plays = Object.entries(definition.plays).map(([cell, play]) => [cell, { ...play, slaMinutes: SLA_MINUTES }]);
  const groups = definition.axes.engagement.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((each) => (each.key === "demo" ? { ...each, isHighIntent: true } : each)),
  }));
  const engagement = { ...definition.axes.engagement, groups };
  const axes = { ...definition.axes, engagement };
  await addTestVersion(store.db, { ...definition, axes, plays: Object.fromEntries(plays) });
  await buildGeneration({ cause: "publish", day: localDay(START, ZONE), now: () => new Date(START) }, store);
});
afterAll(() => store.drop());

it("six reps, 400 events, a break, a weekend, a jump of the clocks and a holiday: every clock is as counted by hand", async () => {
  const random = seededRandom(260_326);
  const clocks: Clock[] = [];
  const leads = await addLeads();
  const queue = plan();
  for (let act = queue.shift(); act; act = queue.shift()) await perform(act);

  const stored = await store.db.select().from(slaClocks).orderBy(asc(slaClocks.id));
  expect(
    stored.map((clock) => ({
      leadId: clock.leadId,
      arrivedAt: clock.arrivedAt.getTime(),
      dueAt: clock.dueAt.getTime(),
      shownAt: clock.shownAt?.getTime() ?? null,
      stoppedAt: clock.stoppedAt?.getTime() ?? null,
      isEnded: clock.endedAt !== null,
      isTold: clock.breachedAt !== null,
    })),
  ).toEqual(clocks);

  const stopped = clocks.flatMap(({ stoppedAt, ...clock }) => (stoppedAt === null ? [] : { ...clock, stoppedAt }));
  // Once all are due, of who was never called too; an undo let the other clock of its lead go on.
  const counted = clocks.filter(({ isEnded }) => !isEnded);
  const to = Math.max(...clocks.map(({ dueAt }) => dueAt)) + 1;
  const late = await countLate({ from: 0, to }, store.db);
  const figures = figuresOf({ stopped, late }, await findWorkingTime(store.db));
  const delays = stopped.flatMap(({ arrivedAt, shownAt, stoppedAt }) =>
    shownAt === null ? [] : { system: minutesBetween(arrivedAt, shownAt), human: minutesBetween(shownAt, stoppedAt) },
  );
  expect(figures).toEqual({
    met: stopped.filter(({ stoppedAt, dueAt }) => stoppedAt <= dueAt).length,
    missed: counted.filter(({ stoppedAt, dueAt }) => stoppedAt === null || stoppedAt > dueAt).length,
    medianDelays: {
      system: middle(delays.map(({ system }) => system)),
      human: middle(delays.map(({ human }) => human)),
    },
  });
  // None of it is empty: clocks that were met, missed, never stopped, ended by an undo and late.
  const ended = clocks.filter(({ isEnded }) => isEnded).length;
  const left = clocks.filter(({ stoppedAt, isEnded }) => stoppedAt === null && !isEnded).length;
  const told = clocks.filter(({ isTold }) => isTold).length;
  expect({ clocks: clocks.length, ...figures, ended, left, told }).toMatchInlineSnapshot(`
    {
      "clocks": 181,
      "ended": 1,
      "left": 6,
      "medianDelays": {
        "human": 60,
        "system": 27,
      },
      "met": 91,
      "missed": 89,
      "told": 66,
    }
  `);

  async function addLeads(): Promise<Lead[]> {
    const reps: number[] = [];
    for (let n = 0; n < 6; n++) reps.push(await addTestUser(store.db));
    const added: Lead[] = [];
    for (let n = 0; n < 48; n++) {
      const repId = reps[n % reps.length] ?? 0;
      const mayCall = n % 10 !== 0;
      // A stage that no score moves, so that an attempt can always be taken back.
      const createdAt = new Date(START - 90 * 86_400_000);
      const leadId = await addTestLead(store.db, { ownerId: repId, mayCall, stage: "sales_accepted", createdAt });
      added.push({ leadId, repId, mayCall, touches: [], stoppedBy: new Map() });
    }
    return added;
  }

  function plan(): Act[] {
    const [first, ...others] = leads;
    if (!first) throw new Error("There are no leads.");
    const working = MINUTES.filter((at) => at < END);
    // Most happens while people work, the rest at any time.
    const minute = () =>
      random.below(5) === 0
        ? START + random.below((END - START) / MINUTE) * MINUTE
        : (working[random.below(working.length)] ?? START);
    const events = Array.from(
      { length: 400 },
      (): Act => ({
        ...{ kind: "event", at: minute(), lead: random.pick([first, ...others]) },
        type: random.below(3) === 0 ? "page_viewed" : "demo_requested",
        // Every fifth is told of late, some of them too late to start a clock.
        lateMinutes: random.below(5) === 0 ? random.below(2 * 24 * 60) : 0,
      }),
    );
    const attempts = events.map(
      (event): Act => ({
        ...{ kind: "attempt", at: event.at + random.below(150) * MINUTE, lead: "lead" in event ? event.lead : first },
        disposition: random.pick(["called", "no_answer", "emailed"]),
        undoneAfter: random.below(4) === 0 ? 1 + random.below(90) : null,
      }),
    );
    const shows = [...new Set(leads.map(({ repId }) => repId))].flatMap((repId) =>
      Array.from({ length: 40 }, (): Act => ({ kind: "show", at: minute(), repId })),
    );
    const sweeps: Act[] = [];
    for (let at = START; at <= END + 12 * 60 * MINUTE; at += 60 * MINUTE) sweeps.push({ kind: "sweep", at });
    return [...events, ...attempts, ...shows, ...sweeps].sort((a, b) => a.at - b.at);
  }

  async function perform(act: Act): Promise<void> {
    const at = new Date(act.at);
    switch (act.kind) {
      case "event": {
        const claimed = act.at - act.lateMinutes * MINUTE;
        const time = new Date(claimed).toISOString();
        const { leadId, mayCall } = act.lead;
        const event = {
          leadId,
          type: act.type,
          claimed,
          time,
          externalId: crypto.randomUUID(),
          asset: null,
          properties: null,
        };
        await recordEvents({ source: "test", events: [event], at }, store.db);
        if (act.type !== "demo_requested" || act.lateMinutes > 24 * 60 || !mayCall || runningOf(leadId)) return;
        const due = MINUTES[MINUTES.findIndex((minute) => minute >= act.at) + SLA_MINUTES - 1] ?? 0;
        const clock = { leadId, arrivedAt: act.at, dueAt: due + MINUTE, shownAt: null, stoppedAt: null };
        clocks.push({ ...clock, isEnded: false, isTold: false });
        return;
      }
      case "attempt": {
        const { lead, disposition } = act;
        if (!lead.mayCall && disposition !== "emailed") return;
        const viewer = { userId: lead.repId, role: "rep" } as const;
        const input = {
          leadId: lead.leadId,
          viewer,
          outcome: { disposition },
          note: "",
          at,
          day: localDay(act.at, ZONE),
        };
        const result = await recordDisposition({ ...input, seenTouchId: lead.touches.at(-1) ?? null }, store.db);
        if (!result.ok) throw new Error(result.refusal.reason);
        const { touchId } = result.value;
        lead.touches.push(touchId);
        const clock = runningOf(lead.leadId);
        if (clock) {
          clock.stoppedAt = act.at;
          lead.stoppedBy.set(touchId, clock);
        }
        if (act.undoneAfter !== null) queueUp({ kind: "undo", at: act.at + act.undoneAfter * MINUTE, lead, touchId });
        return;
      }
      case "undo": {
        const { lead, touchId } = act;
        // Only the newest outcome of a lead can be taken back.
        if (lead.touches.at(-1) !== touchId) return;
        const result = await undoTouch({ leadId: lead.leadId, touchId, userId: lead.repId, at }, store.db);
        if (!result.ok) throw new Error(result.refusal.reason);
        lead.touches.pop();
        const clock = lead.stoppedBy.get(touchId);
        if (!clock) return;
        const since = runningOf(lead.leadId);
        if (since) since.isEnded = true;
        clock.stoppedAt = null;
        return;
      }
      case "show": {
        const own = leads.filter(({ repId }) => repId === act.repId).map(({ leadId }) => leadId);
        await markClocksShown({ leadIds: own, at }, store.db);
        for (const leadId of own) {
          const clock = runningOf(leadId);
          if (clock) clock.shownAt ??= act.at;
        }
        return;
      }
      case "sweep": {
        await sweepClocks({ at }, store.db);
        for (const clock of clocks) if (isRunning(clock) && clock.dueAt < act.at) clock.isTold = true;
      }
    }
  }

  function queueUp(act: Act): void {
    const place = queue.findIndex((other) => other.at > act.at);
    queue.splice(place === -1 ? queue.length : place, 0, act);
  }
  function runningOf(leadId: number): Clock | undefined {
    return clocks.find((clock) => clock.leadId === leadId && isRunning(clock));
  }
});

function isRunning({ stoppedAt, isEnded }: Clock): boolean {
  return stoppedAt === null && !isEnded;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half - 0.5)] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
