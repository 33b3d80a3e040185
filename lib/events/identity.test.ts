import { describe, expect, it } from "vitest";
import { eventIdAtSource, eventIdOfContent, nthEventId } from "./identity.ts";

const visit = { type: "page_viewed", time: "2015-1-9", asset: "/pricing", properties: { minutes: 3, device: "phone" } };

describe("what names an event", () => {
  it("the same words name the same event, in whatever order its properties come", () => {
    expect(eventIdOfContent(visit)).toBe(eventIdOfContent({ ...visit, properties: { device: "phone", minutes: 3 } }));
    expect(eventIdOfContent(visit)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("type, time as written, asset and properties each make another event", () => {
    const others = [
      { ...visit, type: "page_left" },
      { ...visit, time: "2015-01-09" },
      { ...visit, asset: null },
      { ...visit, properties: { minutes: 4, device: "phone" } },
      { ...visit, properties: null },
    ];
    expect(new Set([visit, ...others].map((content) => eventIdOfContent(content))).size).toBe(6);
  });

  it("a genuine repeat is an event of its own, and the same one in every copy of the file", () => {
    expect(eventIdOfContent(visit, 2)).not.toBe(eventIdOfContent(visit, 1));
    expect(eventIdOfContent(visit, 2)).toBe(nthEventId(eventIdOfContent(visit), 2));
  });

  it("an id counts within its source", () => {
    expect(eventIdAtSource({ source: "web", id: "1" })).not.toBe(eventIdAtSource({ source: "mail", id: "1" }));
    expect(eventIdAtSource({ source: "a", id: "b,c" })).not.toBe(eventIdAtSource({ source: "a,b", id: "c" }));
  });
});
