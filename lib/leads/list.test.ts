import { describe, expect, it } from "vitest";
import { leadName } from "./lead-name.ts";
import { decodeCursor, encodeCursor } from "./list.ts";

describe("the place in a list", () => {
  it.each([
    { value: "7140", leadId: 12 },
    { value: 'o"brien, zoë', leadId: 1 },
    { value: null, leadId: 9_007_199_254_740_991 },
  ])("survives an address: $value", (cursor) => {
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "x", "[]", '["a"]', '["a",0]', '["a",1.5]', "null"])("is refused when it is none: %s", (text) => {
    expect(decodeCursor(text)).toBeNull();
  });
});

describe("what to call a lead", () => {
  it("is the name, else the e-mail address, else nothing", () => {
    expect(leadName({ firstName: "Sanne", lastName: "Verhoeven", email: "s@kuipers.example" })).toBe("Sanne Verhoeven");
    expect(leadName({ firstName: " ", lastName: "Verhoeven", email: null })).toBe("Verhoeven");
    expect(leadName({ firstName: null, lastName: null, email: "s@kuipers.example" })).toBe("s@kuipers.example");
    expect(leadName({ firstName: null, lastName: "", email: null })).toBeNull();
  });
});
