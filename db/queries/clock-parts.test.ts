import { afterAll, beforeAll, expect, it } from "vitest";
import { slaClocks, touches } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { readClockParts } from "./clock-parts.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = (iso: string) => new Date(`${iso}:00Z`);

it("counts clocks by weekday and half of the day of the zone: late ones, stopped or still running", () =>
  rolledBack(database.db, async (db) => {
    const add = async (arrived: string, minutes: number | null) => {
      const leadId = await addTestLead(db);
      const arrivedAt = at(arrived);
      const after = (late: number) => new Date(arrivedAt.getTime() + late * 60_000);
      const [touch] =
        minutes === null
          ? []
          : await db
              .insert(touches)
              .values({ leadId, kind: "call", at: after(minutes) })
              .returning({ id: touches.id });
      await db.insert(slaClocks).values({
        leadId,
        eventId: crypto.randomUUID(),
        criterion: "demo",
        slaMinutes: 15,
        arrivedAt,
        startedAt: arrivedAt,
        halfAt: after(7),
        dueAt: after(15),
        stoppedAt: minutes === null ? null : after(minutes),
        touchId: touch?.id ?? null,
      });
    };
    // Monday 9 March 2026; 11:30 in London is noon and a half in Amsterdam. Exactly on time is in time.
    await add("2026-03-09T08:00", 15);
    await add("2026-03-09T08:30", 16);
    await add("2026-03-09T11:30", 5);
    await add("2026-03-10T09:00", null);
    // Began before the half-year.
    await add("2025-06-02T08:00", 90);
    expect(await readClockParts({ now: at("2026-03-12T09:00"), timeZone: "Europe/Amsterdam" }, db)).toEqual([
      { weekday: 1, isMorning: true, clocks: 2, late: 1 },
      { weekday: 1, isMorning: false, clocks: 1, late: 0 },
      { weekday: 2, isMorning: true, clocks: 1, late: 1 },
    ]);
  }));
