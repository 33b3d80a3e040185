import { expect, it } from "vitest";
import { handOverAt } from "./hand-over.ts";

const TEN = [500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000];

it("the threshold lies above the first lead too many", () => {
  // Three of ten: 50, 45 and 40 stay, 35 is one too many.
  expect(handOverAt({ combined: TEN, share: 0.3 })).toEqual({ threshold: 36, share: 0.3 });
});

it("leads with the same score are handed over together or not at all", () => {
  expect(handOverAt({ combined: [1000, 4000, 4000, 4000], share: 0.5 })).toEqual({ threshold: 41, share: 0 });
});

it("who can take all gets all that did anything", () => {
  expect(handOverAt({ combined: [0, 50, 100, 900], share: 2 })).toEqual({ threshold: 1, share: 0.5 });
});

it("cannot be said without leads, nor where all have the highest score", () => {
  expect(handOverAt({ combined: [], share: 0.5 })).toBeNull();
  expect(handOverAt({ combined: [10_000, 10_000], share: 0.5 })).toBeNull();
});
