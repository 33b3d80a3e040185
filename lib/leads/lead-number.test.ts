import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };
import { readLeadNumber } from "./lead-number.ts";

describe("the number of a lead", () => {
  it.each([
    ["nl", nl],
    ["en", en],
  ] as const)("is read from the name that a lead without one is shown by (%s)", (locale, messages) => {
    const shown = createTranslator({ locale, messages, namespace: "leads" })("unnamed", { leadId: "8058" });
    expect(readLeadNumber(shown)).toBe(8058);
    expect(readLeadNumber(` ${shown.toLowerCase()} `)).toBe(8058);
  });

  it("may stand alone", () => {
    expect(readLeadNumber("8058")).toBe(8058);
    expect(readLeadNumber("#8058")).toBe(8058);
  });

  it("is not read out of other texts", () => {
    for (const text of ["", "Lead", "Lead 8058 BV", "80 58", "-1", "0", "1.5", "leader 7", "1234567890123456"])
      expect(readLeadNumber(text), text).toBeNull();
  });
});
