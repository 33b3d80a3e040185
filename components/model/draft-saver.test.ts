import { expect, test } from "vitest";
import type { Definition } from "#lib/scoring/definition.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { createDraftSaver, type SaveState } from "./draft-saver.ts";
import type { SaveOutcome } from "./drafts.ts";

const first = aDefinition({ name: "First" });
const second = aDefinition({ name: "Second" });
const third = aDefinition({ name: "Third" });

/** A draft at revision 1 on a server that takes a save over its newest revision only, and answers when it is told to. */
function openDraft() {
  let kept = { definition: first, revision: 1 };
  let isAway = false;
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const states: SaveState[] = [];
  const saver = createDraftSaver({
    draft: { ...kept, savedAt: "2026-01-05T08:00:00Z", savedBy: "Anna" },
    userName: "Bo",
    save: async (definition, revision) => {
      asked.push(`${definition.name} over ${revision ?? "nothing"}`);
      await new Promise<void>((answer) => waiting.push(answer));
      if (isAway) throw new Error("No network.");
      if (revision !== kept.revision) return { ok: true, value: conflict() };
      kept = { definition, revision: revision + 1 };
      return { ok: true, value: { status: "saved", revision: kept.revision, at: "2026-01-05T09:00:00Z" } };
    },
    onState: (state) => states.push(state),
  });
  const conflict = (): SaveOutcome => ({
    status: "conflict",
    theirs: { ...kept, by: "Anna", at: "2026-01-05T08:30:00Z" },
  });
  return {
    saver,
    asked,
    answer: async () => {
      waiting.shift()?.();
      await new Promise(setImmediate);
    },
    state: () => states.at(-1),
    lose: (away: boolean) => {
      isAway = away;
    },
    arriveUnheard: (definition: Definition) => {
      kept = { definition, revision: kept.revision + 1 };
    },
    saveElsewhere: () => {
      kept = { definition: third, revision: kept.revision + 1 };
    },
  };
}

test("what is as it was stored is not saved", () => {
  const { saver, asked, state } = openDraft();
  expect(saver.show(first)).toBe(false);
  expect(state()).toEqual({ status: "saved", at: "2026-01-05T08:00:00Z", by: "Anna" });
  expect(saver.show(second)).toBe(true);
  expect(state()).toEqual({ status: "waiting" });
  expect(asked).toEqual([]);
});

test("a change made while another is being saved is saved after it, over its revision", async () => {
  const { saver, asked, answer, state } = openDraft();
  saver.show(second);
  const flushed = saver.flush();
  saver.show(third);
  await answer();
  await answer();
  expect(await flushed).toBe(3);
  expect(asked).toEqual(["Second over 1", "Third over 2"]);
  expect(state()).toMatchObject({ status: "saved", by: "Bo" });
});

test("a change that waits for a slow save is saved once, not by everyone who waited", async () => {
  const { saver, asked, answer, state } = openDraft();
  saver.show(second);
  const began = saver.flush();
  saver.show(third);
  const waited = saver.flush();
  await answer();
  await answer();
  await answer();
  expect(await Promise.all([began, waited])).toEqual([3, 3]);
  expect(asked).toEqual(["Second over 1", "Third over 2"]);
  expect(state()).toMatchObject({ status: "saved", by: "Bo" });
});

test("what is no definition yet is held until it is one", async () => {
  const { saver, asked, state } = openDraft();
  saver.show({ ...second, name: "" });
  expect(await saver.flush()).toBeNull();
  expect(state()).toEqual({ status: "held" });
  expect(asked).toEqual([]);
});

test("without an answer the change stays, and is saved when the server is back", async () => {
  const { saver, asked, answer, state, lose } = openDraft();
  lose(true);
  saver.show(second);
  const failed = saver.flush();
  await answer();
  expect(await failed).toBeNull();
  expect(state()).toEqual({ status: "unreachable" });
  lose(false);
  const saved = saver.flush();
  await answer();
  expect(await saved).toBe(2);
  expect(asked).toEqual(["Second over 1", "Second over 1"]);
});

test("after somebody else's save nothing is saved until a person chose whose stays", async () => {
  const { saver, asked, answer, state, saveElsewhere } = openDraft();
  saveElsewhere();
  saver.show(second);
  const refused = saver.flush();
  await answer();
  expect(await refused).toBeNull();
  const theirs = { definition: third, revision: 2, by: "Anna", at: "2026-01-05T08:30:00Z" };
  expect(state()).toEqual({ status: "conflict", theirs });
  expect(saver.show({ ...second, name: "Second again" })).toBe(false);
  expect(await saver.flush()).toBeNull();
  expect(asked).toEqual(["Second over 1"]);

  const kept = saver.keepMine(theirs);
  await answer();
  expect(await kept).toBe(3);
  expect(asked).toEqual(["Second over 1", "Second again over 2"]);
});

test("who takes what somebody else saved goes on from there", async () => {
  const { saver, asked, answer, saveElsewhere } = openDraft();
  saveElsewhere();
  saver.show(second);
  const refused = saver.flush();
  await answer();
  await refused;
  saver.adopt({ definition: third, revision: 2, by: "Anna", at: "2026-01-05T08:30:00Z" });
  expect(saver.show(third)).toBe(false);
  saver.show(second);
  const saved = saver.flush();
  await answer();
  expect(await saved).toBe(3);
  expect(asked).toEqual(["Second over 1", "Second over 2"]);
});

test("a save that is kept over another and refused for another reason ends there, with that reason", async () => {
  const states: SaveState[] = [];
  const answers = [
    { ok: true, value: { status: "conflict", theirs: null } },
    { ok: false, refusal: { code: "conflict", message: "This model has been retired.", fields: {} } },
  ] as const;
  let asked = 0;
  const saver = createDraftSaver({
    draft: { definition: first, revision: 1, savedAt: "2026-01-05T08:00:00Z", savedBy: "Anna" },
    userName: "Bo",
    save: async () => answers[Math.min(asked++, 1)] ?? answers[1],
    onState: (state) => states.push(state),
  });
  saver.show(second);
  await saver.flush();
  expect(await saver.keepMine(null)).toBeNull();
  expect(states.at(-1)).toEqual({ status: "refused", message: "This model has been retired." });
  expect(asked).toBe(2);
});

test("what is dropped is what is stored once no save is under way", async () => {
  const { saver, answer } = openDraft();
  saver.show(second);
  void saver.flush();
  const settled = saver.settledRevision();
  expect(saver.storedRevision()).toBe(1);
  await answer();
  expect(await settled).toBe(2);
  expect(await saver.settledRevision()).toBe(2);
});

test("a save whose answer was lost is no save of somebody else", async () => {
  const { saver, asked, answer, state, arriveUnheard } = openDraft();
  saver.show(second);
  arriveUnheard(second);
  const again = saver.flush();
  await answer();
  expect(await again).toBe(2);
  expect(state()).toMatchObject({ status: "saved" });
  saver.show(third);
  const next = saver.flush();
  await answer();
  expect(await next).toBe(3);
  expect(asked).toEqual(["Second over 1", "Third over 2"]);
});

test("what was kept over an older save is saved only once a person says that it stays", async () => {
  const { saver, asked, answer, state } = openDraft();
  const theirs = { definition: first, revision: 1, by: "Anna", at: "2026-01-05T08:00:00Z" };
  saver.contest(theirs, 0);
  expect(saver.show(second)).toBe(false);
  expect(await saver.flush()).toBeNull();
  expect(state()).toEqual({ status: "conflict", theirs });
  // Kept again, it still rests on the older one.
  expect(saver.storedRevision()).toBe(0);
  const kept = saver.keepMine(theirs);
  await answer();
  expect(await kept).toBe(2);
  expect(asked).toEqual(["Second over 1"]);
});
