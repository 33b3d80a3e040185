import { expect, test } from "vitest";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { findUnsaved, forgetUnsaved, keepUnsaved } from "./unsaved-draft.ts";

const stored = aDefinition({ name: "Stored" });
const typed = aDefinition({ name: "Typed" });
const ANNA = { modelId: 1, userId: 7 };

function aTab(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new Error("The quota has been exceeded.");
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("a draft that was not saved is found again by who made it, with the save that it rests on", () => {
  const tab = aTab();
  keepUnsaved(tab, ANNA, { definition: typed, revision: 4 });
  expect(findUnsaved(tab, ANNA, { definition: stored })).toEqual({ definition: typed, revision: 4 });
  expect(findUnsaved(tab, { ...ANNA, userId: 8 }, { definition: stored })).toBeNull();
  expect(findUnsaved(tab, { ...ANNA, modelId: 2 }, { definition: stored })).toBeNull();
});

test("what the server has by now is nothing to find", () => {
  const tab = aTab();
  keepUnsaved(tab, ANNA, { definition: typed, revision: 4 });
  expect(findUnsaved(tab, ANNA, { definition: typed })).toBeNull();
  forgetUnsaved(tab, ANNA);
  expect(findUnsaved(tab, ANNA, { definition: stored })).toBeNull();
});

test("a draft in which something is not filled in is kept as well, and what is no draft is not read", () => {
  const tab = aTab();
  keepUnsaved(tab, ANNA, { definition: { ...typed, name: "" }, revision: 4 });
  expect(findUnsaved(tab, ANNA, { definition: stored })?.definition.name).toBe("");
  tab.setItem("voorrang.draft.7.1", "{}");
  expect(findUnsaved(tab, ANNA, { definition: stored })).toBeNull();
});

test("a browser without room goes on without", () => {
  const tab = aTab(true);
  keepUnsaved(tab, ANNA, { definition: typed, revision: 4 });
  expect(findUnsaved(tab, ANNA, { definition: stored })).toBeNull();
});
