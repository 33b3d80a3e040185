import { describe, expect, it } from "vitest";
import { normalPath, rawEventOf } from "./raw-event.ts";

describe("the name and asset of a tracker's message", () => {
  it("are a track's own words, untouched", () => {
    expect(rawEventOf({ type: "track", event: " Demo Requested " })).toEqual({ name: "Demo Requested", asset: null });
    expect(rawEventOf({ type: "track", event: "Whitepaper Downloaded", properties: { file: "abm.pdf" } })).toEqual({
      name: "Whitepaper Downloaded",
      asset: "abm.pdf",
    });
  });

  it("take nothing of a person for an asset", () => {
    const properties = { name: "Jan Jansen", title: "Directeur" };
    expect(rawEventOf({ type: "track", event: "Form Submitted", properties })?.asset).toBeNull();
  });

  it("are nothing for a track without a name", () => {
    expect(rawEventOf({ type: "track", event: "  " })).toBeNull();
    expect(rawEventOf({ type: "track", event: 5 })).toBeNull();
  });

  it("are a page's path, wherever the tracker says it", () => {
    const pricing = { name: "page_viewed", asset: "/pricing" };
    expect(rawEventOf({ type: "page", name: "Pricing", properties: { path: "/pricing" } })).toEqual(pricing);
    expect(rawEventOf({ type: "page", properties: { url: "https://a.example/pricing?x=1" } })).toEqual(pricing);
    expect(rawEventOf({ type: "page", page: { path: "/pricing/" } })).toEqual(pricing);
    expect(rawEventOf({ type: "page", name: "Pricing" })).toEqual({ name: "page_viewed", asset: "Pricing" });
    expect(rawEventOf({ type: "page" })).toEqual({ name: "page_viewed", asset: null });
    expect(rawEventOf({ type: "screen", name: "Prices" })).toEqual({ name: "screen_viewed", asset: "Prices" });
  });
});

describe("the path of a page", () => {
  it.each([
    ["https://shop.example/Pricing/?from=mail#top", "/pricing"],
    ["https://shop.example", "/"],
    ["/", "/"],
    ["/a/b//", "/a/b"],
    ["prijzen?email=jan@x.example", "/prijzen"],
    ["HTTPS://shop.example?x", "/"],
  ])("of %s is %s", (address, path) => {
    expect(normalPath(address)).toBe(path);
  });
});
