import { describe, expect, it } from "vitest";
import { type LedgerAxis, ledgerOf } from "./ledger.ts";
import { breakdownOf, event, TODAY } from "./test/example.ts";

const sum = ({ lines }: LedgerAxis) => lines.reduce((total, { centipoints }) => total + centipoints, 0);

describe("the bill of a score", () => {
  const fields = { "account.industry": "refrigeration", "account.employees": 180, email_domain: "example.com" };
  const events = [event("demo", 2), event("pricing", 0), event("pricing", 1)];
  const adjustments = [
    { id: "7", axis: "engagement" as const, centipoints: -500, reason: "fair", firstDay: TODAY, lastDay: null, at: 0 },
  ];
  const ledger = ledgerOf(breakdownOf(fields, events, { adjustments }));
  const [engagement, fit] = ledger.axes;

  it("shows lines that add up to each axis, and parts that add up to the score", () => {
    for (const axis of ledger.axes) expect(sum(axis)).toBe(axis.centipoints);
    expect(ledger.axes.reduce((total, { part }) => total + part, 0)).toBe(ledger.combined);
  });

  it("gives every limit that bites a line of its own", () => {
    // Industry 30.00 and size 25.00 meet the cap of 50.
    expect(fit?.lines.map(({ key, centipoints }) => [key, centipoints])).toEqual([
      ["sector", 3000],
      ["size", 2500],
      ["company group_cap", -500],
    ]);
  });

  it("leaves out what gives nothing and keeps corrections by hand", () => {
    expect(engagement?.lines.map(({ key, centipoints }) => [key, centipoints])).toEqual([
      ["demo", 2500],
      ["pricing", 1500],
      ["adjustment 7", -500],
    ]);
  });

  it("puts a maximum under the criterion it cuts", () => {
    const three = ledgerOf(breakdownOf({}, [event("pricing", 0), { ...event("pricing", 0), id: "x" }]));
    expect(three.axes[0]?.lines.map(({ key, centipoints }) => [key, centipoints])).toEqual([
      ["pricing", 2000],
      ["pricing criterion_maximum", -500],
    ]);
  });
});
