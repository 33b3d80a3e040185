import { expect, test } from "vitest";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import { criteriaByKey } from "./criteria.ts";
import { compareDefinitions } from "./diff.ts";
import { applyEdit, type Edit } from "./edit.ts";
import { starterDefinition } from "./test/starter.ts";

const base = starterDefinition();

function edited(...edits: Edit[]): Definition {
  return edits.reduce(applyEdit, base);
}

function setCriterion(key: string, change: (criterion: Criterion) => Criterion): Edit {
  const placed = criteriaByKey(base).get(key);
  if (!placed) throw new Error(`The starter has no ${key}.`);
  return { type: "set_criterion", at: placed.place, criterion: change(placed.criterion) };
}

test("a definition does not differ from itself, whatever order its keys stand in", () => {
  const reordered: Definition = JSON.parse(JSON.stringify(base, Object.keys(flatKeys(base)).sort().reverse()));
  expect(Object.keys(reordered)).not.toEqual(Object.keys(base));
  expect(compareDefinitions(base, reordered)).toEqual([]);
});

test("every property of a criterion is a change of its own", () => {
  const after = edited(
    setCriterion("demo_request", (criterion) => ({
      ...criterion,
      points: 30,
      label: "Demo",
      active: { from: "2026-01-01", until: null },
      ...(criterion.type === "event" && {
        halfLifeDays: null,
        maximum: 60,
        isHighIntent: false,
        scope: "once_per_lead",
        events: { types: ["demo_requested", "trial_started"], where: null },
      }),
    })),
  );
  const changes = compareDefinitions(base, after);
  expect(changes.map(({ type }) => type)).toEqual([
    "criterion_renamed",
    "points",
    "half_life",
    "maximum",
    "events",
    "high_intent",
    "scope",
    "season",
  ]);
  expect(changes[1]).toEqual({ type: "points", label: "Demo", before: 25, after: 30 });
  expect(changes[2]).toEqual({ type: "half_life", label: "Demo", before: 60, after: null });
});

test("a criterion that became another kind is said once, with its points", () => {
  const after = edited(
    setCriterion("webinar", ({ key, label }) => ({
      type: "attribute",
      key,
      label,
      points: 8,
      active: null,
      condition: { field: "country", op: "is_set" },
    })),
  );
  expect(compareDefinitions(base, after).map(({ type }) => type)).toEqual(["criterion_kind", "points"]);
});

test("criteria that come, go and move are named with their group", () => {
  const place = criteriaByKey(base).get("case_study")?.place ?? { axis: "fit", group: 0, criterion: 0 };
  const criterion: Criterion = {
    type: "inactivity",
    key: "asleep",
    label: "Asleep",
    points: -20,
    active: null,
    events: { types: "any", where: null },
    days: 90,
  };
  const after = edited(
    { type: "add_criterion", at: { axis: "fit", group: 0 }, criterion },
    { type: "move_criterion", at: place, to: { axis: "engagement", group: 0, criterion: 0 } },
    { type: "remove_criterion", at: { axis: "engagement", group: 2, criterion: 0 } },
  );
  const company = base.axes.fit.groups[0]?.label;
  expect(compareDefinitions(base, after)).toEqual([
    {
      type: "criterion_moved",
      label: { nl: "Klantverhaal gelezen", en: "Case study" },
      before: { nl: "Inhoud", en: "Content" },
      after: { nl: "Koopsignalen", en: "Buying signals" },
    },
    { type: "criterion_added", label: "Asleep", points: -20, group: company },
    {
      type: "criterion_removed",
      label: { nl: "3 e-mails geopend", en: "3 e-mails opened" },
      points: 6,
      group: { nl: "E-mail en stilte", en: "E-mail and silence" },
    },
  ]);
});

test("another order alone is one change, and no order is told of what came or went", () => {
  const swapped = edited({ type: "move_group", at: { axis: "fit", group: 0 }, by: 1 });
  expect(compareDefinitions(base, swapped)).toEqual([{ type: "order" }]);
  const group = { key: "new", label: "New", cap: null, floor: null, criteria: [] };
  const added = edited(
    { type: "add_group", axis: "fit", group },
    { type: "move_group", at: { axis: "fit", group: 2 }, by: -1 },
  );
  expect(compareDefinitions(base, added)).toEqual([{ type: "group_added", label: "New", axis: "fit" }]);
});

test("limits of groups, thresholds, plays, mix and hand-over are told with both values", () => {
  const after = edited(
    { type: "change_group", at: { axis: "engagement", group: 0 }, change: { cap: null, floor: -10 } },
    { type: "set_threshold", axis: "engagement", index: 2, value: 65 },
    { type: "set_threshold", axis: "fit", index: 0, value: 20 },
    { type: "set_play", cell: "A1", play: { temperature: "hot", action: "call_now", priority: 1, slaMinutes: 15 } },
    { type: "set_mix", mix: { fit: 40, engagement: 60 } },
    { type: "set_qualifies", qualifies: { combinedAtLeast: 60 } },
  );
  const label = { nl: "Koopsignalen", en: "Buying signals" };
  expect(compareDefinitions(base, after)).toEqual([
    { type: "cap", label, before: 60, after: null },
    { type: "floor", label, before: null, after: -10 },
    { type: "threshold", axis: "engagement", band: "1", before: 51, after: 65 },
    { type: "threshold", axis: "fit", band: "C", before: 15, after: 20 },
    { type: "play", cell: "A1", part: "slaMinutes", before: 60, after: 15 },
    { type: "mix", before: { fit: 30, engagement: 70 }, after: { fit: 40, engagement: 60 } },
    { type: "qualifies", before: base.qualifies, after: { combinedAtLeast: 60 } },
  ]);
});

test("another number of bands is one change, whatever cells it brings", () => {
  const after = edited({ type: "set_bands", axis: "fit", bands: 3 });
  expect(compareDefinitions(base, after)).toEqual([{ type: "bands", axis: "fit", before: 4, after: 3 }]);
});

test("name, segment, stages and where events count from are told last", () => {
  const after = edited({
    type: "describe",
    change: {
      name: "Inbound",
      segment: { field: "country", op: "is_set" },
      stages: ["lead"],
      eventsFrom: "stage_entered",
    },
  });
  expect(compareDefinitions(base, after).map(({ type }) => type)).toEqual(["name", "segment", "stages", "events_from"]);
});

/** Every key that occurs anywhere, as the list of keys that JSON.stringify keeps. */
function flatKeys(value: unknown): Record<string, true> {
  if (typeof value !== "object" || value === null) return {};
  return Object.entries(value).reduce(
    (keys, [key, inner]) => Object.assign(keys, { [key]: true }, flatKeys(inner)),
    {},
  );
}
