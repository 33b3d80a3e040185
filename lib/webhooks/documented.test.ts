import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { MESSAGE_TYPES } from "./events.ts";
import { messageSchema } from "./message.ts";
import { pauseAfter } from "./retry.ts";

const page = await readFile(new URL("../../docs/webhooks.md", import.meta.url), "utf8");
const parts = page.split("\n### ").slice(1);

test("the page on webhooks has each type there is, with an example that says no more and no less than is sent", () => {
  const examples = parts.map((part) => {
    const [, text = ""] = part.match(/```json\n([\s\S]*?)\n```/) ?? [];
    const example: unknown = JSON.parse(text);
    expect(messageSchema.parse(example)).toEqual(example);
    return { heading: part.slice(0, part.indexOf("\n")), example };
  });
  expect(examples.map(({ heading }) => heading).sort()).toEqual([...MESSAGE_TYPES].sort());
  for (const { heading, example } of examples) expect(example).toMatchObject({ type: heading });
});

test("the page on webhooks states the pauses between attempts as they are", () => {
  const pauses = Array.from({ length: 9 }, (_, done) => pauseAfter({ attempts: done + 1, random: 0 }) ?? 0);
  const hours = pauses.slice(3).map((pause) => pause / 3_600_000);
  const said = `${(pauses[0] ?? 0) / 1_000} seconds, ${(pauses[1] ?? 0) / 60_000} and ${(pauses[2] ?? 0) / 60_000} minutes`;
  expect(page).toContain(`${said}, ${hours.slice(0, -1).join(", ")} and ${hours.at(-1)} hours`);
});
