import { expect, test } from "vitest";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { countOpen, type ModelComment, orderOpen } from "./comment.ts";
import { criterionOf, criterionTopic, isPart, topicOf } from "./comment-topic.ts";
import { compareDefinitions } from "./diff.ts";

const comment = (id: number, topic: string, resolvedAt: string | null = null): ModelComment => ({
  id,
  topic,
  body: "",
  at: "2026-03-11T16:20:00Z",
  authorId: 1,
  author: "Daan",
  resolvedAt,
  resolvedBy: null,
});

test("only open comments are counted and numbered, in the order of the page", () => {
  const said = [comment(1, "mix"), comment(2, "criterion.demo"), comment(3, "mix", "2026-03-12"), comment(4, "gone")];
  expect([...countOpen(said)]).toEqual([
    ["mix", 1],
    ["criterion.demo", 1],
    ["gone", 1],
  ]);
  expect(orderOpen(said, ["criterion.demo", "mix"]).map(({ id }) => id)).toEqual([2, 1, 4]);
});

test("a topic names a criterion by its key, or a part", () => {
  expect(criterionOf(criterionTopic("demo_request"))).toBe("demo_request");
  expect([criterionOf("mix"), isPart("mix"), isPart("criterion.mix")]).toEqual([null, true, false]);
});

test("a change is about what it changes", () => {
  const criterion = {
    type: "inactivity",
    key: "idle",
    label: "Idle",
    points: -10,
    days: 30,
    events: { types: "any" },
  } as const;
  const before = aDefinition({ engagement: [criterion] });
  const after = aDefinition({
    engagement: {
      groups: [{ key: "behaviour", label: "b", criteria: [{ ...criterion, points: -5 }] }],
      thresholds: [20, 40, 65],
    },
    mix: { fit: 50, engagement: 50 },
    qualifies: { combinedAtLeast: 70 },
    name: "Other",
  });
  const topics = compareDefinitions(before, after).map((change) => [change.type, topicOf(change, after)]);
  expect(topics).toEqual([
    ["points", "criterion.idle"],
    ["group_renamed", null],
    ["threshold", "thresholds"],
    ["mix", "mix"],
    ["qualifies", "qualifies"],
    ["name", "model"],
  ]);
});
