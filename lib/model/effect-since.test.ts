import { describe, expect, test } from "vitest";
import { effectSince, spanOf, whyNot } from "./effect-since.ts";

const DAY = 86_400_000;
const at = (day: number) => day * DAY;
const of = (qualified: number, handedOver: number, accepted: number, rejected: number) => ({
  qualified,
  handedOver,
  accepted,
  rejected,
});

describe("what a version is compared over", () => {
  const lives = { publishedAt: at(100), endedAt: null, firstAt: at(0), now: at(130) };
  test("is as long before it was published as it held", () => {
    expect(spanOf(lives)).toEqual({ from: at(70), middle: at(100), until: at(130) });
    expect(spanOf({ ...lives, endedAt: at(110) })).toEqual({ from: at(90), middle: at(100), until: at(110) });
  });
  test("is at most twelve weeks, and no more than is known", () => {
    expect(spanOf({ ...lives, now: at(400) })).toEqual({ from: at(16), middle: at(100), until: at(184) });
    expect(spanOf({ ...lives, firstAt: at(80), now: at(400) })).toMatchObject({ from: at(80), until: at(184) });
  });
  test("says nothing of a version that held less than a week, nor where nothing went before", () => {
    expect(whyNot(spanOf({ ...lives, now: at(106) }))).toBe("young");
    expect(whyNot(spanOf({ ...lives, now: at(107) }))).toBeNull();
    expect(whyNot(spanOf({ ...lives, firstAt: at(94) }))).toBe("no_before");
    expect(whyNot(spanOf({ ...lives, firstAt: at(120) }))).toBe("no_before");
  });
});

describe("what came of leads since", () => {
  const span = { from: at(70), middle: at(100), until: at(130) };
  test("is told as more or less where chance does not explain it", () => {
    const effect = effectSince(span, of(40, 60, 20, 30), of(80, 60, 45, 10));
    expect(effect).toMatchObject({
      daysBefore: 30,
      days: 30,
      qualified: { verdict: "more" },
      accepted: { before: { made: 20, of: 60 }, after: { made: 45, of: 60 }, verdict: "more" },
      rejected: { verdict: "less" },
    });
    // 40 leads in 30 days: 40 / 30 x 7.
    expect(effect.qualified.before.perWeek).toBeCloseTo(9.333, 3);
  });
  test("is no more than chance where the intervals would have it so", () => {
    expect(effectSince(span, of(40, 40, 20, 10), of(44, 40, 22, 9))).toMatchObject({
      qualified: { verdict: "chance" },
      accepted: { verdict: "chance" },
      rejected: { verdict: "chance" },
    });
  });
  test("is too few to say of fewer than ten", () => {
    expect(effectSince(span, of(4, 9, 9, 0), of(5, 60, 10, 50))).toMatchObject({
      qualified: { verdict: "few" },
      accepted: { verdict: "few" },
      rejected: { verdict: "few" },
    });
  });
});
