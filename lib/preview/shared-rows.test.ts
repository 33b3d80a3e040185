import { describe, expect, it } from "vitest";
import { SharedRows } from "./shared-rows.ts";

describe("rows that two share", () => {
  it("are one and the same until one writes, who alone sees it", () => {
    const one = new SharedRows(Int32Array.of(1, 2));
    const other = one.share();
    expect(other.read()).toBe(one.read());
    other.write()[0] = 7;
    expect([...other.read()]).toEqual([7, 2]);
    expect([...one.read()]).toEqual([1, 2]);
    one.write()[1] = 9;
    expect([...one.read()]).toEqual([1, 9]);
    expect([...other.read()]).toEqual([7, 2]);
  });

  it("are copied once, not at each writing", () => {
    const one = new SharedRows(Int32Array.of(1));
    const own = one.write();
    one.share();
    const copy = one.write();
    expect(copy).not.toBe(own);
    expect(one.write()).toBe(copy);
  });

  it("may be shared again by who began with them", () => {
    const one = new SharedRows(Int32Array.of(1));
    const second = one.share();
    const third = second.share();
    second.write()[0] = 2;
    third.write()[0] = 3;
    expect([one, second, third].map((rows) => rows.read()[0])).toEqual([1, 2, 3]);
  });
});
