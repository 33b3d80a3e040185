import fc from "fast-check";
import { expect, it } from "vitest";
import { firstAtLeast } from "./first-at-least.ts";

it("is where a value would stand before those like it, whatever the others", () => {
  expect(firstAtLeast([], 3)).toBe(0);
  expect(firstAtLeast([1, 3, 3, 5], 3)).toBe(1);
  expect(firstAtLeast([1, 3, 3, 5], 6)).toBe(4);
  const few = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(fc.array(few), few, (values, value) => {
      const ascending = values.toSorted((one, other) => one - other);
      expect(firstAtLeast(ascending, value)).toBe(ascending.filter((each) => each < value).length);
    }),
  );
});
