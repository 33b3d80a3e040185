import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeLedgerOf } from "./change-ledger.ts";
import { breakdownOf, event, TODAY } from "./test/example.ts";

const YESTERDAY = { day: TODAY - 1, cut: TODAY * 86_400_000 };
const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);

describe("a change, line by line", () => {
  it("names what is new, and what only grew older", () => {
    const events = [event("pricing", 1), event("demo", 0)];
    const change = changeLedgerOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events));
    // Engagement 10.00 -> 5.00 + 25.00; 60 % of +20.00 is +12.00.
    expect(change.axes).toMatchObject([
      {
        axis: "engagement",
        centipoints: 2000,
        part: 1200,
        lines: [
          { kind: "criterion", label: "Demo request", times: 1, isDecay: false, centipoints: 2500 },
          { kind: "criterion", label: "Pricing page", times: 0, at: null, isDecay: true, centipoints: -500 },
        ],
      },
    ]);
    expect(change.after - (change.before ?? 0)).toBe(1200);
  });

  it("of a lead without a score before is all that the score is made of", () => {
    const after = breakdownOf({ "account.employees": 180 }, [event("demo", 0)]);
    const change = changeLedgerOf(null, after);
    expect(change).toMatchObject({ before: null, after: after.combined });
    expect(sum(change.axes.map(({ part }) => part))).toBe(after.combined);
  });

  it("is empty when nothing changed", () => {
    const same = breakdownOf({}, []);
    expect(changeLedgerOf(same, same)).toMatchObject({ axes: [] });
  });

  it("adds up, whatever happened", () => {
    const someEvents = fc.array(
      fc
        .record({ type: fc.constantFrom("pricing", "demo"), daysAgo: fc.nat(40) })
        .map((each) => event(each.type, each.daysAgo)),
      { maxLength: 8 },
    );
    const someFields = fc.constantFrom<Record<string, number>>({}, { "account.employees": 180 });
    fc.assert(
      fc.property(someEvents, someFields, someFields, (events, then, now) => {
        const named = events.map((each, index) => ({ ...each, id: `event-${index}` }));
        const [before, after] = [breakdownOf(then, named, YESTERDAY), breakdownOf(now, named)];
        const { axes } = changeLedgerOf(before, after);
        for (const { lines, centipoints } of axes) expect(sum(lines.map((line) => line.centipoints))).toBe(centipoints);
        expect(sum(axes.map(({ part }) => part))).toBe(after.combined - before.combined);
      }),
    );
  });
});
