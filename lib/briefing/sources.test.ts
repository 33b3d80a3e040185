import { expect, it } from "vitest";
import type { Opening } from "./opening.ts";
import { sourcesOf } from "./sources.ts";
import type { Statement } from "./statement.ts";

const TALK: Opening = { kind: "talk", language: "nl", company: null, touchId: 4, at: 1_000, day: 20_524, daysAgo: 2 };
const VISIT = { id: "a", at: 500, title: null };
const told: Statement = {
  kind: "act",
  act: "pricing_viewed",
  rush: null,
  criteria: ["prices"],
  events: [VISIT],
  count: 3,
};

it("an opening that recalls a conversation shows which one", () => {
  const { all, ofOpening } = sourcesOf({ statements: [] }, TALK);
  expect(ofOpening).toEqual([1]);
  expect(all).toEqual([{ number: 1, events: [], criteria: [], touch: { id: 4, at: 1_000 }, count: 1 }]);
});

it("sentences are numbered first", () => {
  const { all, ofStatements, ofOpening } = sourcesOf({ statements: [told] }, TALK);
  expect([ofStatements, ofOpening]).toEqual([[1], [2]]);
  expect(all.map(({ count }) => count)).toEqual([3, 1]);
});
