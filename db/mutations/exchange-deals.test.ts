import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outcomes, stageChanges } from "#db/schema/index.ts";
import { prepareExchanges } from "#db/test/crm-fixtures.ts";

const { store, hubspot, now, connect, exchange, leadOf } = prepareExchanges();

describe("pulling deals", () => {
  const WON = { hs_is_closed: "true", hs_is_closed_won: "true", closedate: "2026-03-09T10:00:00Z", amount: "1500.50" };

  it("makes customers of a deal's people, and counts its value once", async () => {
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    hubspot().addDeal("90", WON, ["7", "8", "404"]);
    await connect();
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 2 });
    expect([(await leadOf("7"))?.stage, (await leadOf("8"))?.stage]).toEqual(["customer", "customer"]);
    const stored = await store().db.select().from(outcomes).orderBy(outcomes.leadId);
    expect(stored).toMatchObject([
      { id: "hubspot:90", result: "won", valueMinor: 150_050, currency: "EUR", at: new Date("2026-03-09T10:00:00Z") },
      { id: "hubspot:90", result: "won", valueMinor: null, currency: null },
    ]);
    expect(await store().db.select().from(stageChanges).where(eq(stageChanges.cause, "outcome"))).toHaveLength(2);
  });

  it("tells a deal once, and again only when it was decided the other way round", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    hubspot().addDeal("90", { ...WON, hs_is_closed_won: "false" }, ["7"]);
    await connect();
    await exchange();
    hubspot().addDeal("90", { ...WON, hs_is_closed_won: "false", amount: "2" }, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 0 });
    hubspot().addDeal("90", WON, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 1 });
    expect((await leadOf("7"))?.stage).toBe("customer");
    hubspot().addDeal("90", { ...WON, amount: "3" }, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 0 });
  });
});
