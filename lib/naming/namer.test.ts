import { describe, expect, it } from "vitest";
import { compilePattern } from "./asset-pattern.ts";
import { openNamer } from "./namer.ts";

const page = (asset: string, type: string) => ({ name: "page_viewed", asset, type });

describe("a naming", () => {
  const namer = openNamer([
    { name: "Demo Requested", asset: null, type: "demo_request" },
    page("/blog/*", "blog_post"),
    page("/blog/pricing", "pricing_page"),
    page("*/pricing", "pricing_page"),
    page("/pricing", "pricing_page"),
  ]);
  const typeOf = (name: string, asset: string | null = null) => namer.typeOf({ name, asset });

  it("lets what no rule takes count under its own name", () => {
    expect(typeOf("webinar_attended")).toBe("webinar_attended");
    expect(typeOf("page_viewed", "/about")).toBe("page_viewed");
    expect(typeOf("page_viewed")).toBe("page_viewed");
  });

  it("names by the event's own name", () => {
    expect(typeOf("Demo Requested")).toBe("demo_request");
    expect(typeOf("Demo Requested", "/pricing")).toBe("demo_request");
    expect(typeOf("demo requested")).toBe("demo requested");
  });

  it("asks the rule that spells out most of a path first", () => {
    expect(typeOf("page_viewed", "/blog/abm")).toBe("blog_post");
    expect(typeOf("page_viewed", "/blog/pricing")).toBe("pricing_page");
    expect(typeOf("page_viewed", "/nl/Pricing")).toBe("pricing_page");
  });

  it("knows under which names events of a type are stored", () => {
    expect(namer.namesOf(["pricing_page", "demo_request"])).toEqual([
      "Demo Requested",
      "demo_request",
      "page_viewed",
      "pricing_page",
    ]);
    expect(openNamer([{ name: "a", asset: null, type: "b" }]).namesOf(["a"])).toEqual([]);
  });
});

describe("a path with stars", () => {
  it.each([
    ["/pricing", "/pricing", true],
    ["/pricing", "/pricing/pro", false],
    ["/pricing*", "/pricing/pro", true],
    ["/blog/*", "/blog", false],
    ["*/prijzen", "/nl/prijzen", true],
    ["/*/case/*/end", "/nl/case/x/case/end", true],
    ["/a*a", "/a", false],
    ["*", "", true],
    ["/a*b*c", "/axcxb", false],
  ])("%s and %s: %s", (pattern, path, isMatch) => {
    expect(compilePattern(pattern).matches(path)).toBe(isMatch);
  });
});
