import { describe, expect, it } from "vitest";
import { markClocksShown } from "#db/mutations/mark-clocks-shown.ts";
import { slaClocks } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { clockTests, later } from "#db/test/clock-tests.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { readClockBoard } from "./clock-board.ts";

const clocks = clockTests();
const { send, record } = clocks;

describe("who leads the team", () => {
  it("sees what runs, due first, how today went and who could help", async () => {
    await clocks.store.db.delete(slaClocks);
    const helperId = await addTestUser(clocks.store.db, { name: "Zoe" });
    await addTestUser(clocks.store.db, { name: "Off", daysOff: [1] });
    const [first, second, third] = [
      await addTestLead(clocks.store.db, { ownerId: clocks.repId, lastName: "First" }),
      await addTestLead(clocks.store.db, { ownerId: clocks.repId, lastName: "Second" }),
      await addTestLead(clocks.store.db, { ownerId: clocks.repId, lastName: "Third", stage: "sales_accepted" }),
    ];
    await send(second, { at: later(1) });
    await send(first);
    await send(third, { at: later(-30) });
    await markClocksShown({ leadIds: [third], at: later(-29) }, clocks.store.db);
    await record(third, { disposition: "called" }, later(-10));
    const board = await readClockBoard({ at: later(5) }, clocks.store.db);
    expect(board.running.map(({ name, owner }) => [name, owner?.userId])).toEqual([
      ["First", clocks.repId],
      ["Second", clocks.repId],
    ]);
    expect(board).toMatchObject({
      runningTotal: 2,
      today: { met: 0, missed: 1, medianDelays: { system: 1, human: 19 } },
      reps: [
        { userId: clocks.repId, runningClocks: 2 },
        { userId: helperId, name: "Zoe", runningClocks: 0 },
      ],
    });
  });
});
