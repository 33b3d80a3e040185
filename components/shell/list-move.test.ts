import { describe, expect, test } from "vitest";
import { movedPlace, moveOfKey } from "./list-move.ts";

describe("the keys of a list", () => {
  test("j and the arrow down go on, k and the arrow up go back, Home and End all the way", () => {
    expect(["j", "ArrowDown"].map(moveOfKey)).toEqual([1, 1]);
    expect(["k", "ArrowUp"].map(moveOfKey)).toEqual([-1, -1]);
    expect(["Home", "End"].map(moveOfKey)).toEqual(["first", "last"]);
    expect(moveOfKey("x")).toBeNull();
  });

  test("the first move enters at the top", () => {
    expect(movedPlace(1, { place: -1, count: 5 })).toBe(0);
    expect(movedPlace(-1, { place: -1, count: 5 })).toBe(0);
  });

  test("neither end is left", () => {
    expect(movedPlace(1, { place: 4, count: 5 })).toBeNull();
    expect(movedPlace(-1, { place: 0, count: 5 })).toBeNull();
    expect(movedPlace("last", { place: 4, count: 5 })).toBeNull();
    expect(movedPlace("last", { place: 1, count: 5 })).toBe(4);
    expect(movedPlace("first", { place: 3, count: 5 })).toBe(0);
  });

  test("an empty list has no place to go to", () => {
    for (const move of [1, -1, "first", "last"] as const) expect(movedPlace(move, { place: -1, count: 0 })).toBeNull();
  });
});
