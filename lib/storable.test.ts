import { describe, expect, it } from "vitest";
import { findUnstorable } from "./storable.ts";

const nested = (depth: number, inner: unknown) => {
  let value = inner;
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
};

describe("a value", () => {
  it.each([null, 1, "Zoë 😀", [], { a: [{ b: true }] }])("of JSON can be stored: %j", (value) => {
    expect(findUnstorable(value)).toBeNull();
  });
  it.each([
    ["with a NUL", { a: ["b\0"] }, "bad_characters"],
    ["with half of a pair in a name", { "\ud800": 1 }, "bad_characters"],
    ["with the name of a prototype", JSON.parse('{"a":{"__proto__":1}}'), "forbidden_name"],
  ])("%s can not", (_, value, reason) => {
    expect(findUnstorable(value)?.reason).toBe(reason);
  });
  it("of 20 levels can be stored; that it is deeper is said before all else", () => {
    expect(findUnstorable(nested(20, 1))).toBeNull();
    expect(findUnstorable(nested(20, {}))?.reason).toBe("too_deep");
    expect(findUnstorable({ z: "\0", deep: nested(50_000, 1) })?.reason).toBe("too_deep");
  });
});
