import { expect, it } from "vitest";
import { namingProblems } from "./problems.ts";

const rule = (name: string, type: string, asset: string | null = null) => ({ name, asset, type });
const NOTHING_USED = { usedTypes: [] };

it("of the same events one rule says what they are", () => {
  const rules = [rule("page_viewed", "a", "/Pricing"), rule("page_viewed", "b", "/pricing"), rule("page_viewed", "c")];
  expect(namingProblems(rules, NOTHING_USED)).toEqual([{ index: 1, code: "duplicate" }]);
});

it("what others count as counts as nothing else", () => {
  const rules = [rule("Demo", "demo"), rule("demo", "request")];
  expect(namingProblems(rules, NOTHING_USED)).toEqual([{ index: 1, code: "name_is_type" }]);
});

it("a name may be a type as it is, also of others", () => {
  expect(namingProblems([rule("Demo", "Demo"), rule("demo!", "Demo")], { usedTypes: ["Demo"] })).toEqual([]);
});

it("a type that a version of a model uses keeps its events", () => {
  const used = { usedTypes: ["demo", "page_viewed"] };
  expect(namingProblems([rule("demo", "other")], used)).toEqual([{ index: 0, code: "type_in_use" }]);
  expect(namingProblems([rule("Demo", "demo")], used)).toEqual([]);
  expect(namingProblems([rule("page_viewed", "pricing", "/pricing")], used)).toEqual([]);
});
