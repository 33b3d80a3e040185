import { describe, expect, it } from "vitest";
import { changeOf } from "./cause.ts";
import { breakdownOf, event, TODAY } from "./test/example.ts";

const YESTERDAY = { day: TODAY - 1, cut: TODAY * 86_400_000 };

describe("the cause of a change", () => {
  it("is what the lead did since", () => {
    const events = [event("pricing", 1), event("demo", 0)];
    // Engagement 10.00 -> 5.00 + 25.00; 60 % of +20.00 is +12.00.
    expect(changeOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events))).toEqual({
      centipoints: 1200,
      cause: { key: "behaviour", label: "Demo request", times: 1, criteria: ["demo"], eventIds: ["demo-0"] },
    });
  });

  it("is decay when nothing happened", () => {
    const events = [event("pricing", 1)];
    expect(changeOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events))).toMatchObject({
      centipoints: -300,
      cause: { key: "decay", criteria: ["pricing"] },
    });
  });

  it("is not a visit that the maximum of its criterion swallowed", () => {
    const events = [
      event("pricing", 1),
      { ...event("pricing", 1), id: "second" },
      event("pricing", 0),
      event("demo", 0),
    ];
    // Pricing page: 20.00 yesterday and 10.00 + 5.00 + 5.00 today, both times cut to 15.00.
    const change = changeOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events));
    expect(change).toMatchObject({ centipoints: 1500, cause: { key: "behaviour", label: "Demo request" } });
  });

  it("is a trait that became known", () => {
    const change = changeOf(breakdownOf({}, []), breakdownOf({ "account.employees": 180 }, []));
    expect(change).toMatchObject({ centipoints: 1000, cause: { key: "criterion", label: "Size", eventIds: [] } });
  });

  it("is a silence that has lasted long enough", () => {
    const events = [event("demo", 30)];
    const change = changeOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events));
    expect(change).toMatchObject({ centipoints: -300, cause: { key: "criterion", label: "Silence" } });
  });

  it("is a correction by hand", () => {
    const adjustments = [
      { id: "7", axis: "fit" as const, centipoints: 1000, reason: "met", firstDay: TODAY, lastDay: null, at: 0 },
    ];
    const change = changeOf(breakdownOf({}, [], { adjustments, ...YESTERDAY }), breakdownOf({}, [], { adjustments }));
    expect(change).toMatchObject({ centipoints: 400, cause: { key: "adjusted" } });
  });

  it("is the model when another version gave the score then, unless the lead did something", () => {
    const before = breakdownOf({}, [], YESTERDAY);
    const known = breakdownOf({ "account.employees": 180 }, []);
    expect(changeOf(before, known, { isOtherVersion: true })).toMatchObject({ cause: { key: "model" } });
    const active = breakdownOf({}, [event("demo", 0)]);
    expect(changeOf(before, active, { isOtherVersion: true })).toMatchObject({ cause: { key: "behaviour" } });
  });

  it("is nothing when the score stayed", () => {
    const events = [event("demo", 5)];
    expect(changeOf(breakdownOf({}, events, YESTERDAY), breakdownOf({}, events))).toMatchObject({
      centipoints: 0,
      cause: { key: "same" },
    });
  });

  it("is that the score is the first", () => {
    expect(changeOf(null, breakdownOf({}, [event("demo", 0)]))).toMatchObject({ cause: { key: "first" } });
  });
});
