import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { coalesce } from "./coalesce.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(run: (items: number[]) => unknown = () => {}) {
  const runs: number[][] = [];
  const coalesced = coalesce<number, number[]>({
    gather: (waiting, item) => [...(waiting ?? []), item],
    run: (items) => {
      runs.push(items);
      return run(items);
    },
    firstMs: 50,
    pausesMs: [1_000, 2_000, 4_000],
  });
  return { runs, ...coalesced };
}

describe("changes that come in a burst", () => {
  test("a thousand within ten seconds are few runs, and none is lost", async () => {
    const { runs, add } = open();
    for (let item = 0; item < 1_000; item++) {
      add(item);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    // At 0.05 s, then 1, 2 and 4 s later, and 4 s after that for the rest.
    expect(runs).toHaveLength(5);
    expect(runs.flat()).toEqual(Array.from({ length: 1_000 }, (_, item) => item));
  });
  test("one after a silence is run at once", async () => {
    const { runs, add } = open();
    add(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(runs).toEqual([[1]]);
    add(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(runs).toEqual([[1]]);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toEqual([[1], [2]]);
    await vi.advanceTimersByTimeAsync(60_000);
    add(3);
    await vi.advanceTimersByTimeAsync(50);
    expect(runs).toEqual([[1], [2], [3]]);
  });
  test("a run begins only when the one before it has ended, and a pause after it", async () => {
    let end = () => {};
    const { runs, add } = open(() => new Promise<void>((resolve) => (end = resolve)));
    add(1);
    await vi.advanceTimersByTimeAsync(50);
    add(2);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(runs).toEqual([[1]]);
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toEqual([[1], [2]]);
  });
  test("what waits is forgotten when it is stopped", async () => {
    const { runs, add, stop } = open();
    add(1);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
