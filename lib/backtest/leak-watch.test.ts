import { describe, expect, it } from "vitest";
import type { Facts } from "#lib/scoring/facts.ts";
import { aLead, startOf, TODAY } from "#lib/scoring/test/leads.ts";
import { LeakWatch } from "./leak-watch.ts";
import type { PastLead } from "./past-lead.ts";

const WON_AT = startOf(TODAY - 5);
const FIELDS = { tag: "text", size: "number", note: "text" } as const;

function lead(leadId: number, facts: Partial<Facts>, isWon: boolean): PastLead {
  return {
    leadId,
    mayScore: true,
    facts: aLead(facts),
    stageSteps: [],
    adjustments: [],
    wonAt: isWon ? [WON_AT] : [],
    rejectedFor: null,
    joinedAt: new Map(),
    timedFrom: new Map(),
  };
}

/** So many leads, every third of them won. */
function leaksOf(count: number, factsOf: (n: number, isWon: boolean) => Partial<Facts>) {
  const watch = new LeakWatch(FIELDS);
  for (let n = 1; n <= count; n++) {
    const isWon = n % 3 === 0;
    const each = lead(n, factsOf(n, isWon), isWon);
    watch.see(each, { cut: WON_AT, isWon });
    if (isWon) watch.seeWon(each);
  }
  return watch.leaks();
}

describe("a field that knows too much", () => {
  it("ranks the customers by itself, whatever its values are called", () => {
    const found = leaksOf(300, (n, isWon) => ({
      fields: { tag: isWon ? `won ${n % 5}` : `lost ${n % 5}`, size: n % 7 },
    }));
    expect(found.map(({ field }) => field)).toEqual(["tag"]);
    expect(found[0]?.alone).toBe(1);
  });

  it("may be a number that runs the other way", () => {
    expect(leaksOf(300, (_, isWon) => ({ fields: { size: isWon ? 1 : 9 } }))[0]).toMatchObject({
      field: "size",
      alone: 1,
    });
  });

  it("is not one with a value of its own for each lead", () => {
    expect(leaksOf(300, (n) => ({ fields: { tag: `lead ${n}` } }))).toEqual([]);
  });

  it("is not told of a few leads, where chance ranks as well", () => {
    expect(leaksOf(120, (_, isWon) => ({ fields: { tag: isWon ? "won" : "lost" } }))).toEqual([]);
  });

  it("was filled in when the lead was won, or later", () => {
    const found = leaksOf(300, (_, isWon) => ({
      fields: { note: isWon ? "signed" : null },
      changes: isWon ? [{ field: "note", value: "signed", validFrom: WON_AT }] : [],
    }));
    expect(found).toMatchObject([{ field: "note", afterwards: 1 }]);
  });
});
