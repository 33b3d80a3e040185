import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callAs, nextHeaders, openTestInstallation } from "../../_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { GET } = await import("./[file]/route.ts");
const { addTestUser, TEST_TIME } = await import("#db/test/add-test-user.ts");
const { addLead } = await import("#db/test/scored-leads.ts");
const { makeCalendarFeed } = await import("#db/mutations/make-calendar-feed.ts");
const { revokeCalendarFeed } = await import("#db/mutations/revoke-calendar-feed.ts");
const { findCalendarFeed } = await import("#db/queries/calendar-feed.ts");
const { recordDisposition } = await import("#db/mutations/record-disposition.ts");
const { calendarFeeds, leads, slaClocks, users } = await import("#db/schema/index.ts");
const { now } = await import("#lib/clock.ts");
const { localDay } = await import("#lib/time/local-day.ts");
const { findOrganisation } = await import("#db/queries/organisation.ts");
const { db } = database;

let userId = 0;
let today = 0;
const put = { soon: 0, timed: 0, colleagues: 0, closed: 0 };

beforeAll(async () => {
  today = localDay(now().getTime(), (await findOrganisation(db))?.timeZone ?? "UTC");
  userId = await addTestUser(db, { locale: "nl" });
  const colleague = await addTestUser(db);
  const person = { firstName: "Sanne", lastName: "Kuipers", email: "s@k.example", phone: "+31 76 555 01 42" };
  const open = { stage: "marketing_qualified", ownerId: userId } as const;
  put.soon = await addLead(db, { ...open, ...person });
  put.timed = await addLead(db, { ...open, email: "nameless@k.example", phone: "076 555 01 43" });
  put.colleagues = await addLead(db, { ...open, ownerId: colleague });
  put.closed = await addLead(db, { ...open });
  await putOff(put.soon, today + 2);
  await putOff(put.timed, today + 1, 9 * 60 + 30);
  await putOff(put.colleagues, today + 1, undefined, colleague);
  await putOff(put.closed, today + 1);
  await db.update(leads).set({ stage: "customer" }).where(eq(leads.id, put.closed));
  const at = now();
  const later = new Date(at.getTime() + 3_600_000);
  const times = { arrivedAt: at, startedAt: at, halfAt: at, dueAt: later };
  const clock = { eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 60, ...times };
  await db.insert(slaClocks).values([
    { leadId: put.soon, ...clock },
    { leadId: put.colleagues, ...clock },
  ]);
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

async function putOff(leadId: number, until: number, minute?: number, by = userId) {
  const outcome = { disposition: "snoozed", until, ...(minute !== undefined && { minute }) } as const;
  const viewer = { userId: by, role: "rep" } as const;
  const note = "Call +31 6 1234 5678 or mail s@k.example";
  const result = await recordDisposition(
    { leadId, viewer, outcome, note, seenTouchId: null, at: now(), day: today },
    db,
  );
  if (!result.ok) throw new Error(result.refusal.reason);
}

async function ask(file: string) {
  callAs(null);
  return GET(new Request("http://voorrang.test/", { headers: { host: "voorrang.test" } }), {
    params: Promise.resolve({ file }),
  });
}
const make = (by = userId) => makeCalendarFeed({ userId: by, locale: "en", at: TEST_TIME }, db);

async function read(token: string) {
  const answer = await ask(`${token}.ics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  return { text, events };
}

describe("the calendar behind a secret link", () => {
  test("has the follow-ups and the first touches of its person, and nobody else's", async () => {
    const { events } = await read((await make()).token);
    expect(events.map(({ summary }) => summary)).toEqual([
      `Opvolgen: Lead ${put.timed}`,
      "Opvolgen: Sanne Kuipers",
      expect.stringMatching(/^Eerste contact vóór \d\d:\d\d: Sanne Kuipers$/),
    ]);
    expect(events.map(({ startDate }) => startDate.isDate)).toEqual([false, true, false]);
    expect(events[1]?.component.getFirstPropertyValue("url")).toBe(`http://voorrang.test/leads/${put.soon}`);
  });

  test("has no phone number, no e-mail address and no note in it", async () => {
    const { text, events } = await read((await make()).token);
    const shown = text.replace(/^(?:UID|DTSTAMP|DTSTART|DTEND)[^\r]*\r\n(?: [^\r]*\r\n)*/gm, "");
    expect(events.length).toBeGreaterThan(0);
    expect(shown).not.toContain("@");
    expect(shown).not.toContain("555");
    expect(shown).not.toContain("mail s");
    for (const { uid } of events) expect(uid).toMatch(/^(follow-up|first-touch)-\d+-\d+@voorrang\.test$/);
  });

  test("is stored as a hash, and says when it was last asked for", async () => {
    const { token } = await make();
    expect(await findCalendarFeed({ userId }, db)).toEqual({ createdAt: TEST_TIME.getTime(), readAt: null });
    await read(token);
    expect((await findCalendarFeed({ userId }, db))?.readAt).not.toBeNull();
    expect(JSON.stringify(await db.select().from(calendarFeeds))).not.toContain(token);
  });

  test("leads nowhere once it is revoked, or another was made", async () => {
    const first = await make();
    const second = await make();
    expect((await ask(`${first.token}.ics`)).status).toBe(404);
    expect((await ask(`${second.token}.ics`)).status).toBe(200);
    await revokeCalendarFeed({ userId, at: TEST_TIME }, db);
    expect((await ask(`${second.token}.ics`)).status).toBe(404);
    expect(await findCalendarFeed({ userId }, db)).toBeNull();
  });

  test("leads nowhere for who is disabled, or works no leads", async () => {
    const marketer = await addTestUser(db, { role: "marketer" });
    expect((await ask(`${(await make(marketer)).token}.ics`)).status).toBe(404);
    const rep = await addTestUser(db);
    const { token } = await make(rep);
    expect((await ask(`${token}.ics`)).status).toBe(200);
    await db.update(users).set({ disabledAt: TEST_TIME }).where(eq(users.id, rep));
    expect((await ask(`${token}.ics`)).status).toBe(404);
  });

  test.each(["", ".ics", "x.ics", `${"a".repeat(43)}`, `${"a".repeat(43)}.ics`, `${"a".repeat(44)}.ics`])(
    "%j is no calendar",
    async (file) => expect((await ask(file)).status).toBe(404),
  );
});
