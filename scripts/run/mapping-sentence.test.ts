import { describe, expect, it } from "vitest";
import { mappingSchema } from "#lib/import/mapping.ts";
import { mappingSentence } from "./mapping-sentence.ts";

function sentence(document: unknown): string {
  const [issue] = mappingSchema.safeParse(document).error?.issues ?? [];
  return issue ? mappingSentence(issue) : "";
}

describe("what is wrong with a mapping file", () => {
  it.each<[unknown, string | RegExp]>([
    [[], "it must be an object"],
    [{ name: "voorrang" }, "kind must be leads, events, outcomes or costs"],
    [{ kind: "leads", columns: [], rows: 3, x: 1 }, "it has rows, x, which no mapping has there"],
    [{ kind: "leads", columns: 3 }, "columns must be a list"],
    [
      { kind: "leads", columns: [{ column: "a", to: "fly" }] },
      /^columns\[0\]\.to must be ignore, email, .+ or property$/,
    ],
    [{ kind: "leads", columns: [{ to: "email" }] }, "columns[0] needs either a column or a value"],
    [{ kind: "leads", columns: [], source: "A B" }, "source must be a word in small letters, as hubspot"],
    [{ kind: "leads", columns: [], currency: "e" }, "currency must be three capital letters, as EUR"],
    [
      { kind: "leads", columns: [], events: [{ type: "a", when: {} }] },
      "events[0].when is not written as a mapping writes it",
    ],
  ])("is said in words: %j", (document, expected) => {
    expect(sentence(document)).toEqual(expected instanceof RegExp ? expect.stringMatching(expected) : expected);
  });
});
