import { describe, expect, it } from "vitest";
import { labelOfKey } from "./label.ts";

describe("the label of an event type that nobody has named", () => {
  it("is its machine name as words", () => {
    expect(labelOfKey("stayed_away")).toBe("Stayed away");
    expect(labelOfKey("addtocart")).toBe("Addtocart");
  });
  it("is a key that people wrote, as they wrote it", () => {
    expect(labelOfKey("Opened the quote")).toBe("Opened the quote");
    expect(labelOfKey("e-mail_open")).toBe("e-mail_open");
  });
});
