import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Database } from "#db/client.ts";
import { type Connections, openConnections } from "#db/connections.ts";
import { dueLeads, stageChanges, touchedLeads } from "#db/schema/index.ts";
import { createRandom, type Random } from "#db/seed/random.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { buildGeneration } from "./build-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { processDueLeads } from "./process-due-leads.ts";
import { type IncomingEvent, recordEvents } from "./record-events.ts";
import { setLeadFields } from "./set-lead-fields.ts";

const WRITERS = 16;
const LEADS = 10;
const CALLS = process.env.VOORRANG_LONG === "1" ? 400 : 12;
const TYPES = ["demo_requested", "page_viewed", "video_played"];
const HOUR_MS = 3_600_000;
const now = () => TEST_TIME;

let store: TestDatabase;
const processes: Connections[] = [];
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
  // As many processes as give each writer a connection of its own.
  processes.push(openConnections(store.url), openConnections(store.url));
});
afterAll(async () => {
  for (const connections of processes) await connections.end();
  await store.drop();
});

/** Events of one call: of several leads in any order, some of them sent by other writers too, some new kinds of things. */
function arriving(leadIds: readonly number[], writer: number, call: number, random: Random): IncomingEvent[] {
  return Array.from({ length: random.int(1, 12) }, (_, n) => {
    const claimed = TEST_TIME.getTime() - random.int(0, 40 * 24) * HOUR_MS;
    const isShared = random.chance(0.2);
    return {
      leadId: random.pick(leadIds),
      type: random.chance(0.1) ? `kind_${random.int(0, 40)}` : random.pick(TYPES),
      claimed,
      time: new Date(claimed).toISOString(),
      externalId: isShared ? `shared ${random.int(0, 60)}` : `${writer} ${call} ${n}`,
      asset: random.chance(0.5) ? null : `page ${random.int(0, 60)}`,
      properties: random.chance(0.5) ? null : { minutes: random.int(0, 5) },
    };
  });
}

const keyOf = ({ leadId, externalId }: IncomingEvent) => `${leadId} ${externalId}`;

describe("sixteen writers to the same ten leads", () => {
  it(
    "store each event once, leave exact scores, and none is told of a deadlock",
    async () => {
      const leadIds: number[] = [];
      for (let n = 0; n < LEADS; n++)
        leadIds.push(await addTestLead(store.db, { jobTitle: n % 2 ? "Director" : null }));
      const viewer = { userId: await addTestUser(store.db, { role: "admin" }), role: "admin" } as const;
      const sent = new Set<string>();
      let recorded = 0;
      const write = async (writer: number, database: Database) => {
        const random = createRandom(`writer ${writer}`);
        for (let call = 0; call < CALLS; call++) {
          const events = arriving(leadIds, writer, call, random);
          for (const event of events) sent.add(keyOf(event));
          const result = await recordEvents({ source: "api", events, at: TEST_TIME }, database);
          expect(result.refused).toEqual([]);
          recorded += result.recorded;
          if (random.chance(0.1)) await change(random, database);
        }
      };
      /** What people and the worker do to the same leads meanwhile. */
      const change = async (random: Random, database: Database) => {
        const leadId = random.pick(leadIds);
        const at = TEST_TIME;
        switch (random.int(0, 2)) {
          case 0: {
            const values = { job_title: random.pick(["Director", "Engineer", null]), city: `City ${random.next()}` };
            return void (await setLeadFields({ leadId, viewer, values, at }, database));
          }
          case 1: {
            const adjustment = { axis: "fit", centipoints: random.int(-500, 500), reason: "Known" } as const;
            const days = { firstDay: TEST_DAY, lastDay: null };
            return void (await addAdjustment({ leadId, viewer, ...adjustment, ...days, at }, database));
          }
          default:
            await markLeadsDue({ leadIds: random.chance(0.5) ? leadIds : [leadId], at }, database);
            return void (await processDueLeads({ now }, database));
        }
      };
      await Promise.all(
        Array.from({ length: WRITERS }, (_, writer) => {
          const connections = processes[writer % processes.length];
          if (!connections) throw new Error("There is no such process.");
          return write(writer, asDatabase(connections));
        }),
      );
      await processDueLeads({ now }, store.db);

      const [stored] = await store.db.execute<{ n: number }>(sql`select count(*)::int as n from events`);
      expect(stored?.n).toBe(sent.size);
      expect(recorded).toBe(sent.size);
      expect(await expectExactScores(store.db)).toBe(LEADS);
      expect(await store.db.select().from(dueLeads)).toEqual([]);
      expect(await store.db.select().from(touchedLeads)).toEqual([]);
      const handedOver = (await store.db.select().from(stageChanges)).map(({ leadId }) => leadId);
      expect(new Set(handedOver).size).toBe(handedOver.length);
    },
    15 * 60_000,
  );
});
