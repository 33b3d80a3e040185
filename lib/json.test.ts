import { expect, test } from "vitest";
import { parseJson, parseTexts } from "./json.ts";

test("a text that is no JSON says nothing, which is not the same as null", () => {
  expect(parseJson('{"a": [1]}')).toEqual({ a: [1] });
  expect(parseJson("null")).toBeNull();
  expect(parseJson("{")).toBeUndefined();
  expect(parseJson("")).toBeUndefined();
});

test("a list of texts is one of texts only", () => {
  expect(parseTexts('["a", "b"]')).toEqual(["a", "b"]);
  expect(parseTexts("[]")).toEqual([]);
  expect(parseTexts('["a", 1]')).toBeNull();
  expect(parseTexts('"a"')).toBeNull();
  expect(parseTexts("[")).toBeNull();
});
