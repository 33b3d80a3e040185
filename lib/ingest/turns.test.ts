import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

type Parcel = { readonly from: string; readonly size: number; readonly name: string };
const parcel = (name: string, size = 1, from = "one"): Parcel => ({ name, size, from });

/** Turns of at most ten, each under way until it is let go. */
function start(breaks: readonly string[] = []) {
  const turns: string[][] = [];
  let letGo: (() => void)[] = [];
  const { add } = createTurns<Parcel, string>({
    take: async (parcels) => {
      turns.push(parcels.map(({ name }) => name));
      await new Promise<void>((resolve) => letGo.push(resolve));
      if (parcels.some(({ name }) => breaks.includes(name))) throw new Error("This one breaks.");
      return parcels.map(({ name }) => `${name} taken`);
    },
    sizeOf: ({ size }) => size,
    most: 10,
    areAlike: (one, other) => one.from === other.from,
  });
  const step = async () => {
    const open = letGo;
    letGo = [];
    for (const go of open) go();
    for (let tick = 0; tick < 20; tick++) await Promise.resolve();
  };
  return { add, turns, step };
}

describe("what waits for its turn", () => {
  it("goes at once where nothing is under way, and else together in the order in which it came", async () => {
    const { add, turns, step } = start();
    const results = ["a", "b", "c"].map((name) => add(parcel(name)));
    expect(turns).toEqual([["a"]]);
    await step();
    expect(turns).toEqual([["a"], ["b", "c"]]);
    await step();
    expect(await Promise.all(results)).toEqual(["a taken", "b taken", "c taken"]);
  });

  it("is at most as much as there is room for, and nothing overtakes what did not fit", async () => {
    const { add, turns, step } = start();
    for (const [name, size] of [
      ["a", 1],
      ["b", 6],
      ["c", 5],
      ["d", 4],
    ] as const)
      void add(parcel(name, size));
    await step();
    await step();
    expect(turns).toEqual([["a"], ["b"], ["c", "d"]]);
  });

  it("goes alone where it is more than the room", async () => {
    const { add, turns, step } = start();
    void add(parcel("a"));
    void add(parcel("large", 11));
    void add(parcel("b"));
    await step();
    await step();
    expect(turns).toEqual([["a"], ["large"], ["b"]]);
  });

  it("goes with its like only, and who waits longest goes first", async () => {
    const { add, turns, step } = start();
    void add(parcel("a"));
    void add(parcel("b", 1, "other"));
    void add(parcel("c"));
    void add(parcel("d", 1, "other"));
    await step();
    await step();
    expect(turns).toEqual([["a"], ["b", "d"], ["c"]]);
  });

  it("fails for its own fault alone", async () => {
    const { add, turns, step } = start(["bad"]);
    void add(parcel("a"));
    const results = ["b", "bad", "c"].map((name) => add(parcel(name)));
    const settled = Promise.allSettled(results);
    for (let n = 0; n < 3; n++) await step();
    expect(turns.slice(1)).toEqual([["b", "bad", "c"], ["b"], ["bad"], ["c"]]);
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    void add(parcel("d"));
    expect(turns.at(-1)).toEqual(["d"]);
  });
});
