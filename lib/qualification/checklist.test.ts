import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf, newChecklistSchema, numberItems, USUAL_CHECKLIST } from "./checklist.ts";
import { FRAMEWORK_ITEMS, FRAMEWORKS, isKnownItem } from "./frameworks.ts";

const keysOf = (checklist: Parameters<typeof itemsOf>[0]) => itemsOf(checklist).map(({ key }) => key);
const OWN = [{ key: "own_1_1", label: { nl: "Hoeveel bussen?", en: "How many vans?" } }];

describe("a checklist", () => {
  it("asks the letters of its framework in their order", () => {
    expect(keysOf(USUAL_CHECKLIST)).toEqual(["budget", "authority", "need", "timeline"]);
    expect(keysOf({ framework: "champ", own: [] })).toEqual(["challenges", "authority", "budget", "priority"]);
    expect(keysOf({ framework: "gpctba_ci", own: [] })).toHaveLength(8);
  });

  it("asks own questions only where they are chosen, and keeps them otherwise", () => {
    expect(keysOf({ framework: "own", own: OWN })).toEqual(["own_1_1"]);
    expect(keysOf({ framework: "bant", own: OWN })).not.toContain("own_1_1");
  });

  it("asks nothing twice, and knows its own items", () => {
    for (const framework of FRAMEWORKS) {
      const keys = keysOf({ framework, own: OWN });
      expect(new Set(keys).size).toBe(keys.length);
      if (framework !== "own") expect(keys.every(isKnownItem)).toBe(true);
    }
    expect(isKnownItem("own_1_1")).toBe(false);
    expect(Object.keys(FRAMEWORK_ITEMS)).toEqual(FRAMEWORKS.filter((framework) => framework !== "own"));
  });

  it("of one's own has at least one question, and no key twice", () => {
    expect(newChecklistSchema.safeParse({ framework: "own", own: [] }).success).toBe(false);
    expect(newChecklistSchema.safeParse({ framework: "own", own: [{ key: null, label: "  " }] }).success).toBe(false);
    expect(newChecklistSchema.safeParse({ framework: "own", own: [...OWN, ...OWN] }).success).toBe(false);
    expect(newChecklistSchema.safeParse({ framework: "bant", own: [] }).success).toBe(true);
  });
});

describe("the key of an own question", () => {
  it("is given once: no answer comes to stand under another question", () => {
    const steps = fc.array(fc.array(fc.boolean(), { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (saves) => {
        const labels = new Map<string, string>();
        let stored: { key: string; label: string }[] = [];
        let nextNumber = 1;
        saves.forEach((added, save) => {
          // Every other question that is there is left out, and some are added.
          const kept = stored.filter((_, place) => place % 2 === 0);
          const fresh = added.map((_, place) => ({ key: null, label: `${save} ${place}` }));
          const { own, nextNumber: next } = numberItems({ own: [...kept, ...fresh], modelId: 3, nextNumber });
          nextNumber = next;
          stored = own.map(({ key, label }) => ({ key, label: String(label) }));
          for (const { key, label } of stored) {
            expect(labels.get(key) ?? label).toBe(label);
            labels.set(key, label);
          }
        });
      }),
    );
  });
});
