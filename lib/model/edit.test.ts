import { expect, test } from "vitest";
import { definitionSchema } from "#lib/scoring/definition.ts";
import { criteriaByKey, freeKey } from "./criteria.ts";
import { applyEdit, type Edit } from "./edit.ts";
import { starterDefinition } from "./test/starter.ts";

const base = starterDefinition();

function placeOf(key: string) {
  const placed = criteriaByKey(base).get(key);
  if (!placed) throw new Error(`The starter has no ${key}.`);
  return placed;
}

test("an edit changes its own place and shares the rest", () => {
  const { place, criterion } = placeOf("demo_request");
  const edited = applyEdit(base, { type: "set_criterion", at: place, criterion: { ...criterion, points: 30 } });
  expect(edited.axes.engagement.groups[0]?.criteria[0]?.points).toBe(30);
  expect(edited.axes.engagement.groups[0]?.criteria[1]).toBe(base.axes.engagement.groups[0]?.criteria[1]);
  expect(edited.axes.fit).toBe(base.axes.fit);
  expect(base.axes.engagement.groups[0]?.criteria[0]?.points).toBe(25);
});

test("an edit that changes nothing, or whose place does not exist, leaves the definition as it is", () => {
  const { place, criterion } = placeOf("webinar");
  expect(applyEdit(base, { type: "set_criterion", at: place, criterion: { ...criterion } })).toBe(base);
  const nowhere: Edit[] = [
    { type: "set_criterion", at: { ...place, criterion: 9 }, criterion },
    { type: "remove_group", at: { axis: "fit", group: 9 } },
    { type: "change_group", at: { axis: "fit", group: 9 }, change: { cap: 1 } },
    { type: "move_group", at: { axis: "fit", group: 0 }, by: -1 },
    { type: "set_threshold", axis: "fit", index: 3, value: 90 },
  ];
  for (const edit of nowhere) expect(applyEdit(base, edit)).toBe(base);
});

test("a criterion moves within its group, to another group and to the other axis", () => {
  const { place } = placeOf("demo_request");
  const down = applyEdit(base, { type: "move_criterion", at: place, to: { ...place, criterion: 1 } });
  expect(down.axes.engagement.groups[0]?.criteria.map(({ key }) => key)).toEqual(["pricing_page", "demo_request"]);
  const across = applyEdit(base, { type: "move_criterion", at: place, to: { axis: "fit", group: 1, criterion: 0 } });
  expect(across.axes.engagement.groups[0]?.criteria.map(({ key }) => key)).toEqual(["pricing_page"]);
  expect(across.axes.fit.groups[1]?.criteria.map(({ key }) => key)).toEqual(["demo_request", "decides", "free_email"]);
});

test("groups come at the end, swap with their neighbour and go with their criteria", () => {
  const group = { key: "season", label: "Season", cap: 10, floor: -5, criteria: [] };
  const added = applyEdit(base, { type: "add_group", axis: "fit", group });
  const raised = applyEdit(added, { type: "move_group", at: { axis: "fit", group: 2 }, by: -1 });
  expect(raised.axes.fit.groups.map(({ key }) => key)).toEqual(["company", "season", "person"]);
  const without = applyEdit(raised, { type: "remove_group", at: { axis: "fit", group: 0 } });
  expect(without.axes.fit.groups.map(({ key }) => key)).toEqual(["season", "person"]);
});

test("a cell that takes another's priority gives its own in return", () => {
  const before = base.plays;
  const { plays } = applyEdit(base, {
    type: "set_play",
    cell: "C1",
    play: { temperature: "hot", action: "call_now", priority: 1, slaMinutes: 30 },
  });
  expect(plays.C1?.priority).toBe(1);
  expect(plays.A1).toEqual({ ...before.A1, priority: before.C1?.priority });
  expect(new Set(Object.values(plays).map(({ priority }) => priority)).size).toBe(16);
});

test("a new lowest band opens half-way, and its cells play as their neighbours, after all others", () => {
  const edited = applyEdit(base, { type: "set_bands", axis: "fit", bands: 5 });
  expect(edited.axes.fit.thresholds).toEqual([7.5, 15, 25, 40]);
  expect(edited.plays.E1).toEqual({ ...base.plays.D1, priority: 17 });
  expect(Object.keys(edited.plays)).toHaveLength(20);
  expect(definitionSchema.safeParse(edited).success).toBe(true);
});

test("a band that goes takes its cells from the plays and from the hand-over", () => {
  const handed = applyEdit(base, { type: "set_qualifies", qualifies: { cells: ["A1", "A4"] } });
  const edited = applyEdit(handed, { type: "set_bands", axis: "engagement", bands: 3 });
  expect(edited.axes.engagement.thresholds).toEqual([26, 51]);
  expect(Object.keys(edited.plays)).toHaveLength(12);
  expect(edited.qualifies).toEqual({ cells: ["A1"] });
});

test("a new key is made of the words given and is free", () => {
  expect(freeKey(base, "Événement: 3× Prijs!")).toBe("evenement_3_prijs");
  expect(freeKey(base, "Webinar")).toBe("webinar_2");
  expect(freeKey(base, "Content")).toBe("content_2");
  expect(freeKey(base, "日本")).toBe("criterion");
  expect(freeKey(base, "3 mails")).toBe("mails");
});
