import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutContact } from "./without-contact.ts";

describe("a text that leaves the house", () => {
  it.each([
    ["Sanne Kuipers", "Sanne Kuipers"],
    ["s.kuipers@kuipers.example", ""],
    ["Sanne <s@k.example> Kuipers", "Sanne Kuipers"],
    ["+31 76 555 01 42", ""],
    ["Bel (076) 555-0142 morgen", "Bel morgen"],
    ["0031.76.5550142", ""],
    ["٠٧٦٥٥٥٠١٤٢", ""],
    ["Studio 54, 1012 AB", "Studio 54, 1012 AB"],
    ["@acme", "acme"],
  ])("%j is %j", (text, left) => expect(withoutContact(text)).toBe(left));

  it("holds no address and no number, whatever it held", () => {
    const part = fc.constantFrom("a", "@", " ", "6", "5", "-", "+", "(", ")", ".", "Zoë", "12", "\u00a0");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const left = withoutContact(parts.join(""));
        expect(left).not.toContain("@");
        expect(left).not.toMatch(/\d(?:[\s().-]*\d){6}/);
      }),
    );
  });
});
