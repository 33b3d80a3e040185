import { describe, expect, it } from "vitest";
import { CostRows } from "./cost-rows.ts";
import { guessMapping } from "./guess.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import { checkMapping } from "./targets.ts";

const COLUMNS = ["month", "source", "cost"];
const mapping = (more: Partial<Mapping> = {}) =>
  mappingSchema.parse({
    kind: "costs",
    columns: [
      { column: "month", to: "cost_month" },
      { column: "source", to: "cost_source" },
      { column: "cost", to: "cost_amount" },
    ],
    ...more,
  });
const read = (cells: readonly string[], more?: Partial<Mapping>) =>
  new CostRows({
    mapping: mapping(more),
    columns: COLUMNS,
    zones: { fileZone: "Europe/Amsterdam", localZone: "Europe/Amsterdam" },
    currency: "EUR",
  }).read(cells);

describe("a row of costs", () => {
  it.each([
    ["2026-03", "2026-03"],
    ["2026/3", "2026-03"],
    ["03-2026", "2026-03"],
    ["2026-03-31", "2026-03"],
    // An instant of the last evening of March is one of April in the organisation's zone.
    ["2026-03-31T22:30:00Z", "2026-04"],
  ])("of %s is of the month %s", (cell, month) => {
    expect(read([cell, "Ads", "12.50"])).toEqual({ month, source: "Ads", minor: 1_250, currency: "EUR" });
  });

  it("takes days in the order of the file, and amounts by its decimal mark and currency", () => {
    const more = { dates: "day_first", decimal: "comma", currency: "USD" } as const;
    expect(read(["04-03-2026", "", "1.250,50"], more)).toEqual({
      month: "2026-03",
      source: null,
      minor: 125_050,
      currency: "USD",
    });
  });

  it("that says nothing was spent says nothing", () => {
    expect(read(["2026-03", "Ads", "0"])).toBeNull();
    expect(read(["2026-03", "Ads", ""])).toBeNull();
  });

  it.each([
    [["2026-13", "Ads", "5"], "date_invalid"],
    [["", "Ads", "5"], "time_missing"],
    [["2026-03", "Ads", "-5"], "amount_negative"],
    [["2026-03", "Ads", "five"], "number_invalid"],
    [["2026-03", "x".repeat(300), "5"], "text_too_long"],
  ])("%j is refused: %s", (cells, reason) => {
    expect(read(cells)).toMatchObject({ reason });
  });
});

describe("a mapping of costs", () => {
  it("is guessed from the headers of an advertising program", () => {
    const layout = { columns: ["Day", "Channel", "Amount spent", "Currency code", "Clicks"], sample: [] };
    const { mapping: guessed } = guessMapping({ kind: "costs", layout, fieldTypes: {} });
    expect(guessed.columns.map(({ to }) => to)).toEqual([
      ...["cost_month", "cost_source", "cost_amount", "cost_currency", "ignore"],
    ]);
  });

  it("says which column it lacks", () => {
    const lacking = (...columns: Mapping["columns"]) => checkMapping(mapping({ columns }))?.refusal;
    expect(lacking({ to: "cost_amount", column: "cost" })).toBe("no_cost_month");
    expect(lacking({ to: "cost_month", column: "month" })).toBe("no_cost_amount");
    expect(lacking({ to: "email", column: "month" })).toBe("target_of_other_kind");
  });
});
