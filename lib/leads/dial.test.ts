import { describe, expect, it } from "vitest";
import { dialOf } from "./dial.ts";

describe("a number is dialled", () => {
  it.each([
    ["+31 76 555 01 42", [], "tel:+31765550142"],
    ["+31(0)76-5550142", [], "tel:+31765550142"],
    ["076 555 01 42", ["NL"], "tel:+31765550142"],
    ["076 555 01 42", ["nederland"], "tel:+31765550142"],
    ["0211 555 0187", ["Germany"], "tel:+492115550187"],
    // Of a range that was not given out when the list of ranges was made.
    ["+32 9 555 01 42", [], "tel:+3295550142"],
    ["0049 211 555 0187", ["NL"], "tel:+492115550187"],
    // Of the lead's country first, of its company's when the lead has none.
    ["03 555 27 10", [null, "BE"], "tel:+3235552710"],
    ["076 555 01 42", ["NL", "DE"], "tel:+31765550142"],
    ["020 123 45 67", ["Holland", "DE"], "tel:+31201234567"],
    ["020 123 45 67", ["The Netherlands", "DE"], "tel:+31201234567"],
    ["020 7946 0018", ["UK"], "tel:+442079460018"],
    // A slash parts the area code from the rest.
    ["0211/555 0187", ["DE"], "tel:+492115550187"],
    ["+49 (0)5321/12345", [], "tel:+49532112345"],
    ["0474/12.34.56", ["BE"], "tel:+32474123456"],
    ["+31 76 555 01 42 ext. 12", [], "tel:+31765550142;ext=12"],
  ])("when %j, in %j, is sure to lead to %s", (phone, countries, dialled) => {
    expect(dialOf(phone, countries)).toBe(dialled);
  });
});

describe("a number is not dialled", () => {
  it.each([
    ["076 555 01 42", [null, null], "without a country"],
    ["076 555 01 42", ["Atlantis"], "of a country that there is not"],
    ["020 1234567", ["Nederlandd", "DE"], "of a country that is misspelt, whatever its company's is"],
    ["12345", ["NL"], "that is too short"],
    ["+31 76 555 01 42 77 88", [], "that is too long"],
    ["06 12345678 / 06 87654321", ["NL"], "that is two"],
    ["0211 5550187/88", ["DE"], "that ends in one of two ways"],
    ["+49 211 12345/12346", [], "that is two, of an area code"],
    ["0211/555018/019", ["DE"], "that is two, behind an area code"],
    ["06-12345678 (after six)", ["NL"], "that comes with words"],
    ["call the front desk", ["NL"], "that is none"],
    ["+999 12 345 67 89", [], "of a prefix that nobody has"],
    ["", ["NL"], "that is empty"],
  ])("%j in %j: %s", (phone, countries, _why) => {
    expect(dialOf(phone, countries)).toBeNull();
  });
});
