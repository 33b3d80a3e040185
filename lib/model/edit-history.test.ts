import { expect, test } from "vitest";
import type { Edit } from "./edit.ts";
import { type EditAction, reduceHistory, startHistory } from "./edit-history.ts";
import { starterDefinition } from "./test/starter.ts";

const start = startHistory(starterDefinition());

function run(...actions: EditAction[]) {
  return actions.reduce(reduceHistory, start);
}

function threshold(value: number): Edit {
  return { type: "set_threshold", axis: "engagement", index: 2, value };
}

function highest(history: ReturnType<typeof run>) {
  return history.present.axes.engagement.thresholds[2];
}

test("undo goes back one edit at a time, redo forward again", () => {
  const twice = run({ type: "edit", edit: threshold(55) }, { type: "edit", edit: threshold(60) });
  const once = reduceHistory(twice, { type: "undo" });
  expect(highest(once)).toBe(55);
  expect(highest(reduceHistory(once, { type: "undo" }))).toBe(51);
  expect(highest(reduceHistory(once, { type: "redo" }))).toBe(60);
});

test("a drag is one step, and the next drag of the same slider another", () => {
  const dragged = run(
    { type: "edit", edit: threshold(52), gesture: "engagement" },
    { type: "edit", edit: threshold(53), gesture: "engagement" },
    { type: "edit", edit: threshold(54), gesture: "engagement" },
    { type: "settle" },
    { type: "edit", edit: threshold(70), gesture: "engagement" },
  );
  const once = reduceHistory(dragged, { type: "undo" });
  expect(highest(once)).toBe(54);
  expect(highest(reduceHistory(once, { type: "undo" }))).toBe(51);
});

test("a gesture that ends where it began is no step", () => {
  const taken = run(
    { type: "edit", edit: threshold(55) },
    { type: "edit", edit: threshold(70), gesture: "engagement" },
    { type: "edit", edit: threshold(55), gesture: "engagement" },
    { type: "settle" },
  );
  expect(highest(taken)).toBe(55);
  expect(highest(reduceHistory(taken, { type: "undo" }))).toBe(51);
});

test("an edit after an undo ends the way forward", () => {
  const history = run({ type: "edit", edit: threshold(55) }, { type: "undo" }, { type: "edit", edit: threshold(58) });
  expect(history.future).toEqual([]);
  expect(reduceHistory(history, { type: "redo" })).toBe(history);
});

test("nothing to undo, nothing to redo and an edit without effect leave the history alone", () => {
  expect(run({ type: "undo" })).toBe(start);
  expect(run({ type: "redo" })).toBe(start);
  expect(run({ type: "edit", edit: threshold(51) })).toBe(start);
  expect(run({ type: "settle" })).toBe(start);
});
