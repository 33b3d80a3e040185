import { describe, expect, test } from "vitest";
import { beginTrail, placeOnTrail } from "./list-trail.ts";

const LIST = { list: "leads", address: "/leads?q=koel", total: 4_000, scrollTop: 0 } as const;
const FROM_THREE = beginTrail({ ...LIST, leadIds: [7, 3, 9], openedId: 3 });

describe("who opens a lead from a list", () => {
  test("sees its place and who stand beside it", () => {
    expect(placeOnTrail(FROM_THREE, 3)).toEqual({ place: 2, previous: 7, next: 9 });
  });

  test("has nobody before the first and nobody after the last", () => {
    expect(placeOnTrail({ ...FROM_THREE, currentId: 7 }, 7)).toEqual({ place: 1, previous: null, next: 3 });
    expect(placeOnTrail({ ...FROM_THREE, currentId: 9 }, 9)).toEqual({ place: 3, previous: 3, next: null });
  });

  test("is not on the list with a lead that was reached another way, even if that stands on it", () => {
    expect(placeOnTrail(FROM_THREE, 9)).toBeNull();
    expect(placeOnTrail(FROM_THREE, 4)).toBeNull();
  });

  test("keeps of a long list the leads around, at their places", () => {
    const leadIds = Array.from({ length: 3_000 }, (_, index) => index + 1);
    const trail = beginTrail({ ...LIST, leadIds, openedId: 2_000 });
    expect(trail.leadIds).toHaveLength(1_001);
    expect(placeOnTrail(trail, 2_000)).toEqual({ place: 2_000, previous: 1_999, next: 2_001 });
  });
});
