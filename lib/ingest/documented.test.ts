import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import en from "../../messages/en.json" with { type: "json" };

const tutorial = await readFile(new URL("../../docs/tracking.md", import.meta.url), "utf8");

type Words = { readonly [key: string]: string | Words };
const wordsOf = (part: Words): string[] =>
  Object.values(part).flatMap((each) => (typeof each === "string" ? each : wordsOf(each)));
const words = new Set(wordsOf(en));

test("the tutorial calls what is on the screen as the screen does", () => {
  const named = [...tutorial.matchAll(/(?<!\*)\*{1,2}([^*`\n]+?)\*{1,2}(?!\*)/g)].flatMap(([, path = ""]) =>
    path.replace(/\.$/, "").split(", "),
  );
  expect(named).toContain("Event names");
  expect(named.filter((name) => !words.has(name))).toEqual([]);
});

test("the tutorial gives the reasons of refusals in the words of their page", () => {
  const reasons = [...tutorial.matchAll(/^\| ([A-Z][^|]+?) \|/gm)].map(([, reason = ""]) => reason);
  expect(reasons.length).toBeGreaterThan(3);
  expect(reasons.filter((reason) => !Object.values(en.ingest.reasons).includes(reason))).toEqual([]);
});
