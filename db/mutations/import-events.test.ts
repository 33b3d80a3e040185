import { describe, expect, it } from "vitest";
import { dueLeads, events, importOccurrences } from "#db/schema/index.ts";
import { TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { countsOf, daysLater, ID, prepareImports } from "#db/test/test-imports.ts";
import { parseEpochDay, startOfDay } from "#lib/time/local-day.ts";

const { store, load, listLeads } = prepareImports();
const midnight = (date: string) => new Date(startOfDay(parseEpochDay(date) ?? 0, TEST_ZONE));

describe("an import of events", () => {
  const mapping = {
    kind: "events",
    source: "web",
    columns: [
      ID,
      { column: "when", to: "event_time" },
      { column: "what", to: "event_type" },
      { column: "page", to: "event_asset" },
    ],
  };
  const people = () => load("id\n1\n2\n", { kind: "leads", source: "web", columns: [ID] });

  it("keeps genuine repeats, and done twice adds nothing", async () => {
    await people();
    const text =
      "id,when,what,page\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/b\n2,2026-03-01,visit,/a\n";
    expect(await countsOf(load(text, mapping))).toMatchObject({ read: 4, created: 4, unchanged: 0 });
    await store().db.delete(dueLeads);
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 0, unchanged: 4 });
    expect(await store().db.select().from(dueLeads)).toEqual([]);
    const once = "id,when,what,page\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n";
    expect(await countsOf(load(once, mapping, daysLater(2)))).toMatchObject({ created: 1, unchanged: 2 });
    const days = await store().db.select({ day: events.day, at: events.occurredAt }).from(events).limit(1);
    expect(days).toEqual([{ day: 20_513, at: midnight("2026-03-01") }]);
    expect(await store().db.select().from(importOccurrences)).toEqual([]);
  });

  it("counts repeats across batches", async () => {
    await people();
    const text = `id,when,what,page\n${"1,2026-03-01,visit,/a\n".repeat(5003)}2,2026-03-01,visit,/a\n`;
    expect(await countsOf(load(text, mapping))).toMatchObject({ created: 5004 });
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 0, unchanged: 5004 });
  });

  it("rejects events of leads that nobody knows, or makes those leads when the mapping lets it", async () => {
    await people();
    const text = "id,when,what,page\n7,2026-03-01,visit,/a\n7,2026-02-01,visit,/a\n1,2026-03-01,visit,/a\n";
    const rejected = await load(text, mapping);
    expect(rejected.report?.counts).toMatchObject({ created: 1, rejected: 2, reasons: { unknown_lead: 2 } });
    const made = await load(text, { ...mapping, unknownLeads: "create" }, daysLater(1));
    expect(made.report?.counts).toMatchObject({ created: 2, known: 1, leadsCreated: 1, rejected: 0 });
    expect((await listLeads()).at(-1)?.createdAt).toEqual(midnight("2026-02-01"));
  });

  it("an event with an id of its own is one event however often it is told", async () => {
    await people();
    const withId = { ...mapping, columns: [...mapping.columns, { column: "n", to: "event_id" }] };
    const text = "id,when,what,page,n\n1,2026-03-01,visit,/a,e1\n1,2026-03-01,visit,/a,e1\n";
    expect(await countsOf(load(text, withId))).toMatchObject({ created: 1, unchanged: 1 });
  });
});
