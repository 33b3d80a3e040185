import { createLoader, createSerializer } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { hasNews, nurtureFilterOf, nurtureParams } from "./nurture-list.ts";

const load = createLoader(nurtureParams);
const serialize = createSerializer(nurtureParams);

describe("the nurture list in an address", () => {
  it("keeps what it asks for", () => {
    const params = load("?within=30&reason=bad_timing&owner=none&news=true");
    expect(nurtureFilterOf(params)).toEqual({ within: 30, reason: "bad_timing", owner: "none", hasNews: true });
  });

  it("takes what does not parse as no condition", () => {
    const params = load("?within=31&reason=weather&owner=-1&news=maybe&after=x.1");
    expect(nurtureFilterOf(params)).toEqual({ within: null, reason: null, owner: null, hasNews: false });
    expect(params.after).toBeNull();
  });

  it.each([
    { returnsOn: 20_605, leadId: 417 },
    { returnsOn: null, leadId: 1 },
  ])("goes on behind %o", (after) => {
    expect(load(serialize({ after })).after).toEqual(after);
  });

  it.each(["", ".", ".0", "2026-06-01", "2026-13-01.4", "2026-06-01.4.5", "2026-06-01.-4"])(
    "knows no place %j",
    (text) => {
      expect(load(`?after=${text}`).after).toBeNull();
    },
  );
});

it("news of a lead is what counts and came after it was given back", () => {
  expect(hasNews({ newestEventAt: 200, givenBackAt: 100 })).toBe(true);
  expect(hasNews({ newestEventAt: 100, givenBackAt: 100 })).toBe(false);
  expect(hasNews({ newestEventAt: null, givenBackAt: 100 })).toBe(false);
});
