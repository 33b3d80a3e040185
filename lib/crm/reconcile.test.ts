import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reconcile } from "./reconcile.ts";

const seen = { here: "Amsterdam", there: "Amsterdam" };

describe("a value that two systems keep", () => {
  test("is the CRM's when only the CRM changed it", () => {
    for (const winner of ["crm", "here"] as const)
      expect(reconcile({ here: "Amsterdam", there: "Breda", seen, winner })).toEqual({
        takes: true,
        isConflict: false,
      });
  });

  test("stays ours when only we changed it", () => {
    for (const winner of ["crm", "here"] as const)
      expect(reconcile({ here: "Breda", there: "Amsterdam", seen, winner })).toEqual({
        takes: false,
        isConflict: false,
      });
  });

  test("is a conflict when both changed it, and the chosen side's then", () => {
    const both = { here: "Breda", there: "Delft", seen };
    expect(reconcile({ ...both, winner: "crm" })).toEqual({ takes: true, isConflict: true });
    expect(reconcile({ ...both, winner: "here" })).toEqual({ takes: false, isConflict: true });
  });

  test("is no conflict when both changed it to the same", () => {
    expect(reconcile({ here: "Delft", there: "Delft", seen, winner: "crm" })).toEqual({
      takes: false,
      isConflict: false,
    });
  });

  test("is filled at the first meeting where it is empty, and else the chosen side's without a conflict", () => {
    const first = { there: "Delft", seen: null };
    expect(reconcile({ ...first, here: null, winner: "here" })).toEqual({ takes: true, isConflict: false });
    expect(reconcile({ ...first, here: "Breda", winner: "here" })).toEqual({ takes: false, isConflict: false });
    expect(reconcile({ ...first, here: "Breda", winner: "crm" })).toEqual({ takes: true, isConflict: false });
  });

  test("is told as a conflict once: afterwards the sides have met as they are", () => {
    const met = { here: "Breda", there: "Delft" };
    expect(reconcile({ ...met, seen: met, winner: "here" })).toEqual({ takes: false, isConflict: false });
  });

  test("is never emptied by the CRM", () => {
    const value = fc.option(fc.string());
    fc.assert(
      fc.property(value, value, value, fc.constantFrom("crm", "here"), (here, a, b, winner) => {
        expect(reconcile({ here, there: null, seen: { here: a, there: b }, winner }).takes).toBe(false);
      }),
    );
  });
});
