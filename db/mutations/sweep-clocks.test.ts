import { describe, expect, it } from "vitest";
import { clockTests, later } from "#db/test/clock-tests.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { markClocksShown } from "./mark-clocks-shown.ts";
import { sweepClocks } from "./sweep-clocks.ts";

const clocks = clockTests();
const { send, clockOf, alertsOf } = clocks;

describe("while a clock runs", () => {
  const kinds = async (leadId: number) =>
    (await alertsOf(leadId)).filter(({ kind }) => kind.startsWith("clock_")).map(({ kind, userId }) => [kind, userId]);

  it("its owner is reminded at half, and after the due time owner and manager are told, each once", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await sweepClocks({ at: later(7) }, clocks.store.db);
    expect(await kinds(leadId)).toEqual([]);
    for (let round = 0; round < 2; round++)
      await Promise.all([1, 2, 3].map(() => sweepClocks({ at: later(7.5) }, clocks.store.db)));
    expect(await kinds(leadId)).toEqual([["clock_half", clocks.repId]]);
    await sweepClocks({ at: later(15) }, clocks.store.db);
    expect(await kinds(leadId)).toHaveLength(1);
    const late = new Date(later(15).getTime() + 1);
    for (let round = 0; round < 2; round++)
      await Promise.all([1, 2, 3].map(() => sweepClocks({ at: late }, clocks.store.db)));
    expect(await kinds(leadId)).toEqual([
      ["clock_half", clocks.repId],
      ["clock_breached", clocks.repId],
      ["clock_breached", clocks.managerId],
    ]);
  });

  it("nobody is reminded of half when all of it is over already", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await sweepClocks({ at: later(16) }, clocks.store.db);
    expect((await kinds(leadId)).map(([kind]) => kind)).toEqual(["clock_breached", "clock_breached"]);
  });

  it("the first time its lead is shown counts", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await markClocksShown({ leadIds: [leadId], at: later(1) }, clocks.store.db);
    await markClocksShown({ leadIds: [leadId], at: later(2) }, clocks.store.db);
    expect(await clockOf(leadId)).toMatchObject({ shownAt: later(1).getTime() });
  });
});
