import { expect, it } from "vitest";
import type { Model } from "#lib/scoring/compile.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "#lib/scoring/test/leads.ts";
import { aModel } from "#lib/scoring/test/scoring.ts";
import { showLead } from "./shown-lead.ts";

/** A demo request of five days ago that halves in ten days. */
const facts = aLead({ events: [anEvent("demo_request", 5)] });
const demo = (points: number) =>
  aModel({
    engagement: [
      {
        type: "event",
        key: "demo",
        label: "Demo request",
        points,
        halfLifeDays: 10,
        events: { types: ["demo_request"] },
      },
    ],
  });

/** Why the score moved since yesterday, when version 1 gave it and version 2 does now. */
function causeOf({ before, now }: { before: Model; now: Model }) {
  const scorer = (model: Model, versionId: number) => ({ models: [model], versionIds: new Map([[model, versionId]]) });
  const shown = showLead(
    { now: facts, before: facts },
    {
      now: { scorer: scorer(now, 2), moment: LIVE },
      before: { scorer: scorer(before, 1), moment: { day: TODAY - 1, cut: startOf(TODAY) } },
    },
  );
  return shown?.score.change.cause.key;
}

it("another version that says something else is why a score moved", () => {
  expect(causeOf({ before: demo(60), now: demo(80) })).toBe("model");
});

it("a version that says what the one before it said is not: time is", () => {
  expect(causeOf({ before: demo(80), now: demo(80) })).toBe("decay");
});
