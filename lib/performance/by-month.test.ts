import { describe, expect, it } from "vitest";
import { ByMonth } from "./by-month.ts";

const day = (text: string) => Date.parse(text) / 86_400_000;

describe("tallies by month", () => {
  it("are one for all days of a month, whichever came first, and listed from the oldest", () => {
    const months = new ByMonth(() => ({ count: 0 }));
    for (const text of ["2026-03-31", "2026-02-28", "2026-03-01", "2025-12-31", "2026-03-31"])
      months.of(day(text)).count++;
    expect(months.list()).toEqual([
      ["2025-12", { count: 1 }],
      ["2026-02", { count: 1 }],
      ["2026-03", { count: 3 }],
    ]);
  });

  it("are none where nothing was counted", () => {
    expect(new ByMonth(() => 0).list()).toEqual([]);
  });
});
