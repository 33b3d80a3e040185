import { describe, expect, it } from "vitest";
import { suggestType } from "./suggest.ts";

const event = (name: string, known: string[] = []) => suggestType({ name, asset: null }, known)?.type;
const page = (asset: string, known: string[] = []) => suggestType({ name: "page_viewed", asset }, known);

describe("what an event's name is likely to mean", () => {
  it.each([
    ["Demo Requested", "demo_requested"],
    ["Offerte aangevraagd", "quote_requested"],
    ["Whitepaper Downloaded", "whitepaper_downloaded"],
    ["Email Opened", "email_opened"],
    ["Sidebar Toggled", undefined],
  ])("%s: %s", (name, type) => {
    expect(event(name)).toBe(type);
  });

  it("is a type that is there and sounds the same, rather than a new one", () => {
    expect(event("Demo Requested", ["page_viewed", "demo_aanvraag"])).toBe("demo_aanvraag");
  });
});

describe("what a page's path is likely to mean", () => {
  it.each([
    ["/pricing", "/pricing", "pricing_page_viewed"],
    ["/nl/prijzen", "/nl/prijzen", "pricing_page_viewed"],
    ["/blog/abm-in-practice", "/blog/*", "blog_viewed"],
    ["/en/customers/acme", "/en/customers/*", "case_study_viewed"],
    ["/vacatures", "/vacatures", "careers_page_viewed"],
  ])("%s: %s is %s", (path, asset, type) => {
    expect(page(path)).toMatchObject({ asset, type });
  });

  it("is no request: who was on the page of the demo has not asked for one", () => {
    expect(page("/demo")).toBeNull();
    expect(page("/")).toBeNull();
  });
});
