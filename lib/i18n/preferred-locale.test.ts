import { describe, expect, it } from "vitest";
import { preferredLocale } from "./preferred-locale.ts";

describe("the language of a visitor who chose none", () => {
  it("is the browser's first that the catalogues have", () => {
    expect(preferredLocale("nl-BE,nl;q=0.9,en;q=0.8")).toBe("nl");
    expect(preferredLocale("fr,de;q=0.9,nl;q=0.5,en;q=0.4")).toBe("nl");
  });
  it("follows the weights, not the order", () => {
    expect(preferredLocale("nl;q=0.3,en;q=0.7")).toBe("en");
  });
  it("leaves out a language with weight 0", () => {
    expect(preferredLocale("nl;q=0,en;q=0.1")).toBe("en");
  });
  it("is English when there is none", () => {
    expect(preferredLocale(null)).toBe("en");
    expect(preferredLocale("fr-FR")).toBe("en");
  });
});
