import { beforeEach, expect, test, vi } from "vitest";
import type { ModelComment } from "#lib/model/comment.ts";
import { forgetSent, hasArrived, keepUnsent, readUnsent } from "./unsent-comment.ts";

const PANEL = { userId: 7, modelId: 1, form: "all" };
const written = { topic: "mix", body: "Sales wants this\n" };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

test("what is being written is found again by who wrote it, where it was written", () => {
  keepUnsent(PANEL, written);
  expect(readUnsent(PANEL)).toEqual(written);
  expect(readUnsent({ ...PANEL, userId: 8 })).toBeNull();
  expect(readUnsent({ ...PANEL, modelId: 2 })).toBeNull();
  expect(readUnsent({ ...PANEL, form: "criterion.demo" })).toBeNull();
});

test("words that are taken away again are not kept", () => {
  keepUnsent(PANEL, written);
  keepUnsent(PANEL, { ...written, body: "" });
  expect(readUnsent(PANEL)).toBeNull();
});

test("what has arrived is forgotten, and what was written meanwhile stays", () => {
  keepUnsent(PANEL, written);
  forgetSent(PANEL, written.body);
  expect(readUnsent(PANEL)).toBeNull();
  keepUnsent(PANEL, { ...written, body: "Sales wants this, and more" });
  forgetSent(PANEL, written.body);
  expect(readUnsent(PANEL)?.body).toBe("Sales wants this, and more");
});

test("words arrived when their writer's comment says them, on the same thing", () => {
  const comment: ModelComment = {
    id: 3,
    topic: "mix",
    body: "Sales wants this",
    at: "2026-03-10T08:05:00Z",
    authorId: 7,
    author: "Lotte Aerts",
    resolvedAt: null,
    resolvedBy: null,
  };
  expect(hasArrived(written, 7, [comment])).toBe(true);
  expect(hasArrived(written, 8, [comment])).toBe(false);
  expect(hasArrived({ ...written, topic: "plays" }, 7, [comment])).toBe(false);
  expect(hasArrived({ ...written, body: "Sales wants that" }, 7, [comment])).toBe(false);
});
