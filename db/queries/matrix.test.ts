import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCensus } from "#db/census/open-census.ts";
import { outcomes, stageChanges } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { countCells, countUnscored } from "#lib/census/count.ts";
import { sampleIds } from "#lib/census/sample.ts";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { listWonOfCell, readConversions, readDots } from "./matrix.ts";

const SINCE = new Date("2026-01-01T00:00:00Z");
const BEFORE = new Date("2025-12-31T23:59:59Z");
const OPEN = { ...ANY_LEAD, stage: "open" } as const;

let database: TestDatabase;
let query: { generationId: number; versionId: number; filter: typeof OPEN };

beforeAll(async () => {
  database = await createTestDatabase();
  query = { ...(await foundOrganisation(database.db)), filter: OPEN };
});
afterAll(() => database.drop());

async function leadIn(cell: string | null, { stage = "lead" as Stage, country = "Netherlands" } = {}) {
  const { generationId, versionId } = query;
  const score = cell === null ? undefined : { generationId, versionId, fit: 7000, engagement: 6500, cell };
  return addLead(database.db, { stage, country, score });
}

async function won(leadId: number, at: Date, cell: string | null) {
  const then = cell === null ? {} : { cell, fit: 1, engagement: 1, combined: 1, versionId: query.versionId };
  await database.db
    .insert(outcomes)
    .values({ leadId, id: `deal ${at.toISOString()}`, result: "won", at, isTimed: true, receivedAt: at, ...then });
}

async function moved(leadId: number, toStage: Stage, at: Date, cell: string | null, undoneAt: Date | null = null) {
  const then = cell === null ? {} : { cell, fit: 1, engagement: 1, combined: 1, versionId: query.versionId };
  await database.db.insert(stageChanges).values({ leadId, at, toStage, cause: "person", undoneAt, ...then });
}

describe("conversion in the outcome window", () => {
  it("counts a won lead once, in the cell where it stood when it was won", async () => {
    for (let i = 0; i < 3; i++) await leadIn("A1");
    const customer = await leadIn("D4", { stage: "customer" });
    await won(customer, SINCE, "A1");
    await moved(customer, "customer", SINCE, "A2");
    await won(customer, new Date("2026-02-01T00:00:00Z"), "B1");
    const { byCell: found } = await readConversions({ ...query, since: SINCE }, database);
    expect(Object.fromEntries(found)).toEqual({ A1: { population: 4, won: 1 } });
  });

  it("leads won before the window are neither customers nor leads of it", async () => {
    const old = await leadIn("A1", { stage: "customer" });
    await won(old, BEFORE, "A1");
    await moved(old, "customer", BEFORE, "A1");
    const { byCell: found } = await readConversions({ ...query, since: SINCE }, database);
    expect(found.get("A1")).toEqual({ population: 4, won: 1 });
  });

  it("leads lost or disqualified in the window count where they then stood, unconverted", async () => {
    await moved(await leadIn(null, { stage: "lost" }), "lost", SINCE, "C2");
    await moved(await leadIn("C2", { stage: "disqualified" }), "disqualified", BEFORE, "C2");
    const { byCell: found } = await readConversions({ ...query, since: SINCE }, database);
    expect(found.get("C2")).toEqual({ population: 1, won: 0 });
  });

  it("what was undone counts nowhere", async () => {
    await moved(await leadIn("C3"), "customer", SINCE, "C1", SINCE);
    await moved(await leadIn("C3"), "lost", SINCE, "C1", SINCE);
    const { byCell: found } = await readConversions({ ...query, since: SINCE }, database);
    expect([found.get("C1"), found.get("C3")]).toEqual([undefined, { population: 2, won: 0 }]);
  });

  it("a deal without a stored score counts where the lead stands now, and nowhere when it has none", async () => {
    await won(await leadIn("B3", { stage: "customer" }), SINCE, null);
    await won(await leadIn(null, { stage: "customer" }), SINCE, null);
    const { byCell: found } = await readConversions({ ...query, since: SINCE }, database);
    expect(found.get("B3")).toEqual({ population: 1, won: 1 });
  });

  it("names as many as it counts as won, in each cell", async () => {
    const { byCell } = await readConversions({ ...query, since: SINCE }, database);
    const counted = [...byCell].map(([cell, { won: count }]) => [cell, count]);
    const named: unknown[] = [];
    for (const [cell] of byCell)
      named.push([cell, (await listWonOfCell({ ...query, since: SINCE, cell }, database)).length]);
    expect(named).toEqual(counted);
    expect(await listWonOfCell({ ...query, since: SINCE, cell: "D4" }, database)).toEqual([]);
  });

  it("the country narrows it, the stage does not", async () => {
    const belgian = await leadIn("A1", { stage: "customer", country: "Belgium" });
    await won(belgian, SINCE, "A1");
    const filter = { ...OPEN, country: "Belgium", stage: "lead" as const };
    const { byCell: found } = await readConversions({ ...query, filter, since: SINCE }, database);
    expect(Object.fromEntries(found)).toEqual({ A1: { population: 1, won: 1 } });
  });
});

describe("conversion where most deals have no time", () => {
  it("counts whoever ever ended, so that untimed customers do not stand beside losses of one window", async () => {
    const own = await createTestDatabase();
    try {
      const ids = await foundOrganisation(own.db);
      const score = { ...ids, fit: 7000, engagement: 6500, cell: "A1" };
      const [customer, lost] = [
        await addLead(own.db, { stage: "customer", score }),
        await addLead(own.db, { stage: "lost", score }),
      ];
      await addLead(own.db, { score });
      const deal = { result: "won", at: SINCE, receivedAt: SINCE } as const;
      await own.db.insert(outcomes).values({ ...deal, leadId: customer, id: "deal", isTimed: false });
      await own.db.insert(stageChanges).values({ leadId: lost, at: BEFORE, toStage: "lost", cause: "outcome" });
      const asked = { ...ids, filter: OPEN, since: SINCE };
      expect(await readConversions(asked, own)).toEqual({
        byCell: new Map([["A1", { population: 3, won: 1 }]]),
        isTimed: false,
      });
      const timed = await addLead(own.db, { stage: "customer", score });
      await own.db.insert(outcomes).values({ ...deal, leadId: timed, id: "deal", isTimed: true });
      expect(await readConversions(asked, own)).toEqual({
        byCell: new Map([["A1", { population: 3, won: 2 }]]),
        isTimed: true,
      });
    } finally {
      await own.drop();
    }
  });
});

describe("the matrix", () => {
  it("counts the leads of the filter in each cell, and those without a score apart", async () => {
    const filter = { ...OPEN, country: "Germany" };
    await leadIn("A1", { country: "Germany" });
    await leadIn("A1", { country: "Germany" });
    await leadIn("D4", { country: "Germany" });
    await leadIn("D4", { country: "Germany", stage: "lost" });
    await leadIn(null, { country: "Germany" });
    const census = await openCensus(query.generationId, database).read();
    expect(Object.fromEntries(countCells(census, { ...query, filter }))).toEqual({ A1: 2, D4: 1 });
    expect(countUnscored(census, filter)).toBe(1);
  });

  it("draws every lead while they are few, else the same part of them each time", async () => {
    const filter = { ...OPEN, country: "Austria" };
    for (let i = 0; i < 200; i++) await leadIn("A1", { country: "Austria" });
    const census = await openCensus(query.generationId, database).read();
    const sample = (most: number) => sampleIds(census, { ...query, filter, total: 200, most });
    const all = sample(200);
    expect([all.every, all.leadIds.length]).toEqual([1, 200]);
    const dots = await readDots({ ...query, leadIds: all.leadIds }, database.db);
    expect([dots.length, dots[0]]).toEqual([200, [6500, 7000]]);
    const some = sample(50);
    expect(some.every).toBe(4);
    expect(some.leadIds.length).toBeGreaterThan(30);
    expect(some.leadIds.length).toBeLessThan(70);
  });
});
