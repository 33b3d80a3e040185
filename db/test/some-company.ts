import fc from "fast-check";
import { absences, accounts, callListEntries, routing, routingTurns, slaClocks, touches } from "#db/schema/index.ts";
import { DISPOSITIONS, type Disposition } from "#lib/lifecycle/constants.ts";
import { CELL_FIELD } from "#lib/routing/rules.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import { createTestDatabase } from "./database.ts";
import { testRule } from "./routing-fixtures.ts";
import { addTestEvent, addTestLead, addTestOrganisation, daysAgo, TEST_DAY } from "./scoring-fixtures.ts";

const HOUR_MS = 3_600_000;
const TYPES = ["video_played", "video_played", "video_played", "page_viewed", "demo_requested", "form_sent"] as const;

const someTouch = fc.record({
  // From this morning to the day before yesterday: two of them before the day began.
  hoursAgo: fc.constantFrom(1, 20, 50),
  disposition: fc.constantFrom<Disposition>(...DISPOSITIONS),
  isUndone: fc.boolean(),
});
export const someLead = fc.record({
  owner: fc.constantFrom("ann", "ben", "boss", "gone", null, null, null, null),
  stage: fc.constantFrom("lead", "lead", "lead", "lead", "marketing_qualified", "opportunity", "customer", "recycled"),
  returnsIn: fc.constantFrom(null, -1, 0, 3),
  enteredHoursAgo: fc.constantFrom(10, 30, 2_000),
  mayCall: fc.constantFrom(true, true, true, false),
  mayScore: fc.constantFrom(true, true, true, true, true, true, false),
  jobTitle: fc.constantFrom("Sales Director", "Sales Director", "Engineer"),
  isLarge: fc.constantFrom(true, false, false, false),
  events: fc.array(fc.record({ type: fc.constantFrom(...TYPES), hoursAgo: fc.constantFrom(5, 15, 25, 60, 300) }), {
    maxLength: 4,
  }),
  touches: fc.oneof(fc.constant([]), fc.constant([]), fc.array(someTouch, { maxLength: 2 })),
  heldBy: fc.constantFrom(null, null, null, null, ["gone"], ["gone", "boss"]),
  isClocked: fc.constantFrom(true, false, false, false, false),
});
/** Who is away, who takes engineers, and how many turns were given before. */
export const someTeam = fc.record({
  away: fc.constantFrom(null, null, "ann", "ben", "cas"),
  forEngineers: fc.constantFrom(null, ["ben"], ["ann", "cas"]),
  forHigh: fc.constantFrom(null, ["cas", "ann"]),
  turns: fc.nat(9),
});
type SomeTeam = typeof someTeam extends fc.Arbitrary<infer Team> ? Team : never;
type SomeLead = typeof someLead extends fc.Arbitrary<infer Lead> ? Lead : never;

const TODAY = { firstDay: TEST_DAY, lastDay: TEST_DAY };
const CLOCK = {
  eventId: "00000000-0000-4000-8000-000000000001",
  criterion: "demo",
  slaMinutes: 60,
  arrivedAt: TEST_TIME,
  startedAt: TEST_TIME,
  halfAt: TEST_TIME,
  dueAt: TEST_TIME,
};

/** A database with such a team and such leads, before any pass. */
export async function foundCompany(written: readonly SomeLead[], team: SomeTeam) {
  const store = await createTestDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  const users = {
    ann: await addTestUser(db, { name: "Ann", dailyCapacity: 3 }),
    ben: await addTestUser(db, { name: "Ben", dailyCapacity: 4 }),
    cas: await addTestUser(db, { name: "Cas", dailyCapacity: 2 }),
    boss: await addTestUser(db, { name: "Boss", role: "manager", dailyCapacity: 2 }),
    gone: await addTestUser(db, { name: "Gone", disabledAt: daysAgo(1) }),
  };
  const [account] = await db
    .insert(accounts)
    .values({ name: "Large", employees: 400, createdAt: daysAgo(400), updatedAt: daysAgo(400) })
    .returning();
  await setUp(team);
  for (const lead of written) {
    const leadId = await addTestLead(db, {
      ownerId: lead.owner && users[lead.owner],
      stage: lead.stage,
      stageEnteredAt: hoursAgo(lead.enteredHoursAgo),
      returnsOn: lead.stage === "recycled" && lead.returnsIn !== null ? TEST_DAY + lead.returnsIn : null,
      mayCall: lead.mayCall,
      mayScore: lead.mayScore,
      jobTitle: lead.jobTitle,
      accountId: lead.isLarge ? account?.id : null,
    });
    if (lead.isClocked) await db.insert(slaClocks).values({ leadId, ...CLOCK });
    for (const event of lead.events)
      await addTestEvent(db, leadId, { ...event, at: hoursAgo(event.hoursAgo), properties: { minutes: 3 } });
    for (const touch of lead.touches)
      await db.insert(touches).values({
        leadId,
        at: hoursAgo(touch.hoursAgo),
        kind: "call",
        disposition: touch.disposition,
        snoozedUntil: touch.disposition === "snoozed" ? TEST_DAY : null,
        undoneAt: touch.isUndone ? TEST_TIME : null,
        actorId: users.ann,
      });
    for (const holder of lead.heldBy ?? [])
      await db.insert(callListEntries).values({
        leadId,
        userId: holder === "gone" ? users.gone : await anotherGone(),
        day: TEST_DAY,
        rank: 1,
        shownAt: TEST_TIME,
      });
  }
  return { store, users };

  async function setUp({ away, forEngineers, forHigh, turns }: SomeTeam) {
    if (away) await db.insert(absences).values({ userId: users[away], ...TODAY, createdAt: daysAgo(9) });
    const named = (names: readonly string[] | null) =>
      Object.entries(users).flatMap(([name, userId]) => (names?.includes(name) ? [userId] : []));
    const rules = [
      testRule("Engineers", { field: "job_title", op: "contains_word", value: "Engineer" }, ...named(forEngineers)),
      testRule("High", { field: CELL_FIELD, op: "starts_with", value: "A" }, ...named(forHigh)),
    ].filter(({ userIds }) => userIds.length > 0);
    await db.insert(routing).values({ revision: 1, rules, waitMinutes: 30, updatedAt: TEST_TIME });
    const pools = ["", ...rules.map(({ key }) => key)];
    await db.insert(routingTurns).values(pools.map((pool) => ({ pool, turns })));
  }

  /** Somebody else who has gone since. */
  function anotherGone() {
    return addTestUser(db, { name: "Gone as well", disabledAt: daysAgo(1) });
  }
}

function hoursAgo(hours: number): Date {
  return new Date(TEST_TIME.getTime() - hours * HOUR_MS);
}
