import { describe, expect, it } from "vitest";
import { newAdjustmentSchema } from "./new-adjustment.ts";

const given = {
  axis: "fit",
  points: -12.5,
  reason: " Met at the fair ",
  firstDay: "2026-03-12",
  lastDay: "2026-03-12",
};
const problems = (changes: object) =>
  newAdjustmentSchema
    .safeParse({ ...given, ...changes })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a correction by hand", () => {
  it("is kept in centipoints and epoch days, and may last a single day", () => {
    expect(newAdjustmentSchema.parse(given)).toEqual({
      axis: "fit",
      centipoints: -1250,
      reason: "Met at the fair",
      firstDay: 20_524,
      lastDay: 20_524,
    });
    expect(newAdjustmentSchema.parse({ ...given, lastDay: null }).lastDay).toBeNull();
  });

  it.each([
    [{ points: 0 }, "points", "points_out_of_range"],
    [{ points: 0.004 }, "points", "points_out_of_range"],
    [{ points: 100.01 }, "points", "points_out_of_range"],
    [{ points: Number.NaN }, "points", "points_out_of_range"],
    [{ reason: "  " }, "reason", "required"],
    [{ reason: "x".repeat(201) }, "reason", "text_too_long"],
    [{ lastDay: "2026-03-11" }, "lastDay", "ends_before_start"],
    [{ firstDay: "2026-02-30" }, "firstDay", "date_missing"],
  ])("with %o is refused, and it is said where", (changes, field, message) => {
    expect(problems(changes)).toContainEqual([field, message]);
  });
});
