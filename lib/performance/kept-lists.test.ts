import { expect, it } from "vitest";
import { KeptLists } from "./kept-lists.ts";

it("keeps a list once, however often it comes, and gives it back", () => {
  const kept = new KeptLists();
  const lists = [[1, 2], [], [12], [1, 2], [2, 1]];
  const codes = lists.map((list) => kept.codeOf(list));
  expect(codes).toEqual([1, 0, 2, 1, 3]);
  expect(codes.map((code) => kept.listOf(code))).toEqual(lists);
});
