import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { costPerLead } from "./costs.ts";
import { readCosts } from "./read-costs.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;

describe("what a lead costs", () => {
  const arrivals = [
    { day: day("2026-01-31"), source: "Ads", leads: 10 },
    { day: day("2026-02-01"), source: "Ads", leads: 30 },
    { day: day("2026-02-02"), source: "Fair", leads: 5 },
    { day: day("2026-03-02"), source: "Ads", leads: 99 },
    { day: day("2026-02-02"), source: null, leads: 4 },
  ];
  const cost = (month: string, source: string | null, minor: number, currency = "EUR") => ({
    month,
    source,
    minor,
    currency,
  });

  it("is what was spent over who came, in the months of which costs are known", () => {
    // (1,000.00 + 3,000.00) / (10 + 30); March has no costs and no part in it.
    const costs = [cost("2026-01", "Ads", 100_000), cost("2026-02", "Ads", 300_000), cost("2026-02", "Fair", 10_000)];
    expect(costPerLead(arrivals, costs)).toEqual([
      { source: "Ads", currency: "EUR", minor: 400_000, leads: 40, perLeadMinor: 10_000 },
      { source: "Fair", currency: "EUR", minor: 10_000, leads: 5, perLeadMinor: 2_000 },
    ]);
  });

  it("stands in each currency by itself", () => {
    const costs = [cost("2026-02", "Fair", 10_000), cost("2026-02", "Fair", 5_000, "USD")];
    expect(costPerLead(arrivals, costs).map(({ currency, perLeadMinor }) => [currency, perLeadMinor])).toEqual([
      ["EUR", 2_000],
      ["USD", 1_000],
    ]);
  });

  it("is no number where nobody came, and leads without a source are a group of their own", () => {
    const costs = [cost("2026-02", "Radio", 10_000), cost("2026-02", null, 800)];
    expect(costPerLead(arrivals, costs)).toMatchObject([
      { source: "Radio", leads: 0, perLeadMinor: null },
      { source: null, leads: 4, perLeadMinor: 200 },
    ]);
    expect(costPerLead([], [])).toEqual([]);
  });
});

describe("costs as they are pasted", () => {
  it("are a month, a source and an amount a line, with a currency where it is another", () => {
    const text =
      "month;source;amount;currency\n2026-01;LinkedIn ads;1.250,50\n2026-02\tFair\t3000\tusd\n\n2026-02;;12.5";
    expect(readCosts(text, "EUR")).toEqual({
      costs: [
        { month: "2026-01", source: "LinkedIn ads", minor: 125_050, currency: "EUR" },
        { month: "2026-02", source: "Fair", minor: 300_000, currency: "USD" },
        { month: "2026-02", source: null, minor: 1_250, currency: "EUR" },
      ],
      wrong: [],
    });
  });

  it("name the lines that cannot be read, and keep none of them", () => {
    const { costs, wrong } = readCosts(
      "2026-13;Ads;10\n2026-01;Ads;ten\n2026-01;Ads\n2026-01;Ads;-5\n2026-01;Ads;5;XYZQ\n2026-01;Ads;5",
      "EUR",
    );
    expect(wrong).toEqual([1, 2, 3, 4, 5]);
    expect(costs).toHaveLength(1);
  });
});
