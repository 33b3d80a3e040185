import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Executor } from "#db/client.ts";
import { type MakeCallList, makeCallList } from "#db/mutations/make-call-list.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { callListEntries, type leads, touches } from "#db/schema/index.ts";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { addTestUser } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { rolledBack } from "./rolled-back.ts";
import { addLead, definitionOf, foundOrganisation } from "./scored-leads.ts";

export const DAY = parseEpochDay("2026-03-12") ?? 0;
export const MORNING = new Date("2026-03-12T07:30:00Z");
export const YESTERDAY = new Date("2026-03-11T10:00:00Z");
const call = { temperature: "hot", slaMinutes: null } as const;

type LeadChanges = Partial<typeof leads.$inferInsert> & { cell?: string; engagement?: number; newestEventAt?: string };

/** A database of the tests of this file, and mornings of reps in it. */
export function morningTests() {
  let database: TestDatabase;
  let scores = { generationId: 0, versionId: 0 };
  beforeAll(async () => {
    database = await createTestDatabase();
    const plays = {
      A1: { ...call, action: "call_now", priority: 1 },
      A2: { ...call, action: "call_today", priority: 2 },
      B1: { ...call, action: "call_today", priority: 3 },
      B2: { ...call, action: "call_today", priority: 3 },
    } as const;
    scores = await foundOrganisation(database.db, { definition: definitionOf({ plays }), day: DAY });
  });
  afterAll(() => database.drop());

  return {
    /** In a transaction: `lead` adds a lead of the rep, `list` opens the page and names who is on it. */
    morning: (run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
      rolledBack(database.db, async (db) => run(await start(db))),
    get db() {
      return database.db;
    },
    get scores() {
      return scores;
    },
  };

  async function start(db: Executor) {
    const userId = await addTestUser(db);
    const generation = await findCurrentGeneration(db);

    async function lead({ cell = "A1", engagement = 6000, newestEventAt, ...changes }: LeadChanges = {}) {
      const score = { ...scores, fit: 7000, engagement, cell, newestEventAt };
      return addLead(db, { ownerId: userId, score, ...changes });
    }
    async function touch(
      leadId: number,
      disposition: Disposition,
      at: Date,
      snoozedUntil: number | null = null,
      snoozedMinute: number | null = null,
    ) {
      const until = { snoozedUntil, snoozedMinute };
      await db.insert(touches).values({ leadId, at, kind: "call", disposition, ...until, actorId: userId });
    }
    async function list({ rep = userId, ...asked }: Partial<MakeCallList> & { readonly rep?: number } = {}) {
      const usual = { day: DAY, at: MORNING, capacity: 25, takesUnassigned: true };
      await makeCallList({ ...usual, userId: rep, timeZone: "Europe/Amsterdam", generation, ...asked }, db);
      const rows = await db
        .select({ leadId: callListEntries.leadId })
        .from(callListEntries)
        .where(eq(callListEntries.userId, rep))
        .orderBy(asc(callListEntries.day), asc(callListEntries.rank));
      return rows.map(({ leadId }) => leadId);
    }
    return { db, userId, generation, lead, touch, list };
  }
}
