import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leadMerges, leads, slaClocks } from "#db/schema/index.ts";
import { clockTests, DAY, later } from "#db/test/clock-tests.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { mergeLeads } from "./merge-leads.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import { undoMerge } from "./undo-merge.ts";
import { undoTouch } from "./undo-touch.ts";

const clocks = clockTests();
const { send, clockOf, alertsOf, record } = clocks;

describe("a clock stops", () => {
  it("with an attempt, whatever came of it, and not with a snooze", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await record(leadId, { disposition: "snoozed", until: DAY + 1 }, later(1));
    expect(await clockOf(leadId)).toBeDefined();
    const touchId = await record(leadId, { disposition: "no_answer" }, later(7));
    expect(await clockOf(leadId)).toBeUndefined();
    const [clock] = await clocks.store.db.select().from(slaClocks).where(eq(slaClocks.leadId, leadId));
    expect(clock).toMatchObject({ stoppedAt: later(7), touchId });
  });

  it("and runs again, due when it was, once the attempt is taken back", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    const before = await clockOf(leadId);
    const touchId = await record(leadId, { disposition: "called" }, later(7));
    await undoTouch({ leadId, touchId, userId: clocks.repId, at: later(9) }, clocks.store.db);
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("and the one that started since ends when the attempt is taken back: a lead has one clock", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId, stage: "sales_accepted" });
    await send(leadId);
    const before = await clockOf(leadId);
    const touchId = await record(leadId, { disposition: "called" }, later(7));
    await send(leadId, { at: later(8) });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: later(8).getTime() });
    await undoTouch({ leadId, touchId, userId: clocks.repId, at: later(9) }, clocks.store.db);
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("not with taking the lead over, which is no attempt", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    const before = await clockOf(leadId);
    await record(leadId, { disposition: "accepted" }, later(2));
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("without being met or missed when its lead turns out not to fit, and met when only the lead can have said why", async () => {
    const ends = await Promise.all(
      (["bad_data", "no_budget"] as const).map(async (reason) => {
        const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
        await send(leadId);
        await record(leadId, { disposition: "rejected", reason }, later(2));
        await sweepClocks({ at: later(3) }, clocks.store.db);
        const [clock] = await clocks.store.db.select().from(slaClocks).where(eq(slaClocks.leadId, leadId));
        return { stoppedAt: clock?.stoppedAt, endedBy: clock?.endedBy };
      }),
    );
    expect(ends).toEqual([
      { stoppedAt: null, endedBy: "lead_closed" },
      { stoppedAt: later(2), endedBy: null },
    ]);
  });

  it("without being met or missed once its lead cannot be called any more", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await clocks.store.db.update(leads).set({ mayCall: false }).where(eq(leads.id, leadId));
    await sweepClocks({ at: later(60) }, clocks.store.db);
    expect(await clockOf(leadId)).toBeUndefined();
    expect((await alertsOf(leadId)).filter(({ kind }) => kind === "clock_breached")).toEqual([]);
  });

  it("when its lead is no more: no number of such clocks keeps a breach from being told", async () => {
    const at = later(-24 * 60);
    const times = { arrivedAt: at, startedAt: at, halfAt: at, dueAt: at };
    const event = { eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15 };
    const orphans = Array.from({ length: 120 }, (_, place) => ({ leadId: 9_000_000 + place, ...event, ...times }));
    await clocks.store.db.insert(slaClocks).values(orphans);
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await sweepClocks({ at: later(16) }, clocks.store.db);
    expect((await alertsOf(leadId)).map(({ kind }) => kind)).toContain("clock_breached");
    const [orphan] = await clocks.store.db.select().from(slaClocks).where(eq(slaClocks.leadId, 9_000_000));
    expect(orphan).toMatchObject({ endedBy: "lead_closed", breachedAt: null });
  });

  it("of two records that become one lead, the one that is due first runs on", async () => {
    const keptId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    const mergedId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(mergedId);
    await send(keptId, { at: later(3) });
    const viewer = { userId: clocks.managerId, role: "manager" } as const;
    expect(await mergeLeads({ cause: "hand", keptId, mergedId, viewer, at: later(4) }, clocks.store.db)).toMatchObject({
      ok: true,
    });
    expect(await clockOf(keptId)).toMatchObject({ dueAt: later(15).getTime() });
    const [merge] = await clocks.store.db.select().from(leadMerges).where(eq(leadMerges.leadId, keptId));
    await undoMerge({ keptId, mergeId: merge?.id ?? 0, viewer, at: later(5) }, clocks.store.db);
    expect(await clockOf(keptId)).toMatchObject({ dueAt: later(18).getTime() });
    expect(await clockOf(mergedId)).toMatchObject({ dueAt: later(15).getTime() });
  });

  it("stays with the lead that stayed once an attempt since the merge has stopped it", async () => {
    const keptId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    const mergedId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(mergedId);
    const viewer = { userId: clocks.managerId, role: "manager" } as const;
    await mergeLeads({ cause: "hand", keptId, mergedId, viewer, at: later(1) }, clocks.store.db);
    const touchId = await record(keptId, { disposition: "called" }, later(2));
    const [merge] = await clocks.store.db.select().from(leadMerges).where(eq(leadMerges.leadId, keptId));
    await undoMerge({ keptId, mergeId: merge?.id ?? 0, viewer, at: later(5) }, clocks.store.db);
    const left = await clocks.store.db
      .select()
      .from(slaClocks)
      .where(inArray(slaClocks.leadId, [keptId, mergedId]));
    expect(left).toMatchObject([{ leadId: keptId, touchId, stoppedAt: later(2) }]);
  });
});
