import { expect, it } from "vitest";
import { criterionSchema } from "#lib/scoring/definition.ts";
import { countedNewest } from "./counted-newest.ts";
import { newestKey } from "./newest-key.ts";

const counting = (type: string) =>
  criterionSchema.parse({
    type: "event",
    key: type,
    label: type,
    points: 5,
    halfLifeDays: null,
    events: { types: [type] },
  });
const before = [counting("page_viewed")];
const after = [counting("page_viewed"), counting("form_sent")];
const instants = Float64Array.of(1, 2);
const newest = new Map([[newestKey(before), instants]]);
const NONE = Float64Array.of(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY);

it("what was told before says nothing of rules that count other events", () => {
  expect(countedNewest(before, { newest, isLast: false, size: 2 })).toBe(instants);
  expect(countedNewest(after, { newest, isLast: false, size: 2 })).toBeNull();
});

it("rules that count nothing have no newest event", () => {
  expect(countedNewest([], { newest, isLast: false, size: 2 })).toEqual(NONE);
  expect(countedNewest(after, { newest, isLast: true, size: 2 })).toEqual(NONE);
});
