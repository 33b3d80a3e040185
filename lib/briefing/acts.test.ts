import { describe, expect, it } from "vitest";
import { actOf } from "./acts.ts";
import { titleOf } from "./title.ts";

describe("what an event's type means", () => {
  it.each([
    ["pricing_page_viewed", "pricing_viewed"],
    ["Prijspagina bekeken", "pricing_viewed"],
    ["Email Opened", "email_opened"],
    ["e-mail geopend", "email_opened"],
    ["email_clickthrough", "email_clicked"],
    ["Page Visited on Website", "page_viewed"],
    ["webinar_registered", "webinar_registered"],
    ["webinar_attended", "webinar_attended"],
    ["casus gelezen", "case_read"],
  ] as const)("%s is %s", (type, act) => {
    expect(actOf(type)).toBe(act);
  });

  it("is left open where the name could mean something else", () => {
    // A demo that was given was not asked for; a webinar that somebody left was not attended.
    for (const type of [
      "demo_given",
      "webinar",
      "webinar_left",
      "price_list_refused",
      "email",
      "studied",
      "purchased",
      "",
    ])
      expect(actOf(type)).toBeNull();
  });
});

describe("a title", () => {
  it("is what reads as one", () => {
    for (const title of ["Verbeeck Liften", "Wat kost een tweede bezoek?", "Calculator", "24/7 bereikbaar"])
      expect(titleOf(title)).toBe(title);
  });
  it("is no page, address, number or name for machines", () => {
    for (const asset of [
      "/prijzen",
      "//cdn",
      "https://example.com/a b",
      "355908",
      "new_page",
      "docs/a.pdf",
      " ",
      "x".repeat(91),
      null,
    ])
      expect(titleOf(asset)).toBeNull();
  });
});
