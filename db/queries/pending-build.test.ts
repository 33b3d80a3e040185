import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringUpToDate } from "#db/mutations/build-generation.ts";
import { generations, organisation } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, addTestVersion } from "#db/test/scoring-fixtures.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { findPendingBuild } from "./pending-build.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await addTestLead(store.db);
});
afterAll(() => store.drop());

const at = (instant: string) => ({ at: new Date(instant) });
const build = (instant: string) => bringUpToDate({ now: () => new Date(instant) }, store);
const reason = async (instant: string) => (await findPendingBuild(at(instant), store.db))?.cause ?? null;

async function inForce() {
  const [row] = await store.db.execute<{ day: string; cause: string; zone: string }>(sql`
    select day::text, cause, generations.time_zone as zone from ${organisation} join ${generations} on ${generations.id} = current_generation_id`);
  return row;
}

describe("the generation that should be in force", () => {
  it("is one of each local day, also of those whose night is an hour longer or shorter", async () => {
    await store.db.update(organisation).set({ timeZone: "Europe/Amsterdam" });
    await build("2026-03-28T12:00:00Z");
    const midnights = ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"];
    for (const midnight of midnights) {
      await build(new Date(Date.parse(midnight) - 1).toISOString());
      expect(await reason(new Date(Date.parse(midnight) - 1).toISOString()), midnight).toBeNull();
      expect(await reason(midnight), midnight).toBe("day");
      await build(midnight);
      expect(await reason(midnight)).toBeNull();
    }
    expect(await inForce()).toMatchObject({ day: "2026-10-26", cause: "day" });
  });

  it("of nights that were missed is one: that of today", async () => {
    const [before] = await store.db.execute<{ n: number }>(sql`select count(*)::int as n from generations`);
    await build("2028-02-29T12:00:00Z");
    expect(await inForce()).toMatchObject({ day: "2028-02-29", cause: "day" });
    const [after] = await store.db.execute<{ n: number }>(sql`select count(*)::int as n from generations`);
    expect(after?.n).toBe((before?.n ?? 0) + 1);
  });

  it("stays when the clock is put back over midnight, and no pass follows the other", async () => {
    await build("2028-02-29T23:00:01Z");
    expect(await inForce()).toMatchObject({ day: "2028-03-01" });
    for (const instant of ["2028-02-29T22:59:59Z", "2028-02-29T23:00:01Z", "2028-02-29T10:00:00Z"])
      expect(await build(instant), instant).toBeNull();
    expect(await reason("2028-03-01T23:00:00Z")).toBe("day");
  });

  it("follows a clock that was days ahead, once", async () => {
    await build("2030-01-01T12:00:00Z");
    await build("2028-03-01T12:00:00Z");
    expect(await inForce()).toMatchObject({ day: "2028-03-01", cause: "day" });
    expect(await build("2028-03-01T12:00:01Z")).toBeNull();
  });

  it("is another when the organisation moves to another zone, there and back, on the day that it is there", async () => {
    // 20:30 on 1 March in Amsterdam is 1:00 on 2 March in Kolkata, and 8:30 on 1 March in Honolulu.
    const instant = "2028-03-01T19:30:00Z";
    await store.db.update(organisation).set({ timeZone: "Asia/Kolkata" });
    expect(await reason(instant)).toBe("zone");
    await build(instant);
    expect(await inForce()).toEqual({ day: "2028-03-02", cause: "zone", zone: "Asia/Kolkata" });
    await store.db.update(organisation).set({ timeZone: "Pacific/Honolulu" });
    await build(instant);
    expect(await inForce()).toEqual({ day: "2028-03-01", cause: "zone", zone: "Pacific/Honolulu" });
    expect(await reason(instant)).toBeNull();
    const next = await findPendingBuild(at("2028-03-02T10:00:00Z"), store.db);
    expect(next && formatEpochDay(next.plan.day)).toBe("2028-03-02");
  });
});
