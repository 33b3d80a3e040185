import { describe, expect, it } from "vitest";
import { flagNameSchema, flagsOf, offeredFlags, withFlag } from "./flags.ts";

describe("the flags of a lead", () => {
  it("are each there once, in the order in which they were set", () => {
    expect(withFlag(["Referral"], "Fair", true)).toEqual(["Referral", "Fair"]);
    expect(withFlag(["Referral", "Fair"], "Referral", true)).toEqual(["Referral", "Fair"]);
    expect(withFlag(["Referral", "Fair"], "Referral", false)).toEqual(["Fair"]);
    expect(withFlag([], "Fair", false)).toEqual([]);
  });

  it("are the values of a list field; any other value is none", () => {
    expect(flagsOf({ flags: ["Fair"] })).toEqual(["Fair"]);
    expect(flagsOf({ flags: null })).toEqual([]);
    expect(flagsOf({ flags: "Fair" })).toEqual([]);
    expect(flagsOf({})).toEqual([]);
  });

  it("are offered while they are in use, and stay in sight on a lead that has one that is not", () => {
    const known = [
      { name: "Fair", isRetired: false },
      { name: "Webinar 2024", isRetired: true },
    ];
    expect(offeredFlags(known, [])).toEqual(["Fair"]);
    expect(offeredFlags(known, ["Webinar 2024", "Fair"])).toEqual(["Fair", "Webinar 2024"]);
  });
});

it("a flag's name is one line of at most 40 characters", () => {
  expect(flagNameSchema.parse("  Met at\n the  fair ")).toBe("Met at the fair");
  for (const text of ["", "   ", "x".repeat(41)]) expect(flagNameSchema.safeParse(text).success).toBe(false);
  expect(flagNameSchema.safeParse("x".repeat(40)).success).toBe(true);
});
