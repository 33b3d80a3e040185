import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HandWatch } from "./hand-watch.ts";
import { workInSlices } from "./work-in-slices.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Pointer extends Event {
  readonly pointerId: number;
  constructor(type: string, pointerId: number) {
    super(type);
    this.pointerId = pointerId;
  }
}

/** A work of so many steps in a page of its own, with how far it is. */
function begin(steps: number) {
  const page = new EventTarget();
  const hand = new HandWatch(() => performance.now());
  const stop = hand.watch(page);
  const told = { steps: 0, done: "" };
  function* work() {
    for (; told.steps < steps; told.steps++) yield;
    return "all";
  }
  const end = workInSlices({
    work: work(),
    isBusy: () => hand.isAtWork(),
    now: () => performance.now(),
    onDone: (value) => {
      told.done = value;
    },
  });
  return { page, told, end, stop };
}

describe("what the past comes to is worked out", () => {
  it("when nobody is at work in the page", async () => {
    const { told } = begin(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(told.done).toBe("all");
  });

  it("not while a hand is down, and goes on once it is not", async () => {
    const { page, told } = begin(100);
    page.dispatchEvent(new Pointer("pointerdown", 1));
    page.dispatchEvent(new Pointer("pointerdown", 2));
    await vi.advanceTimersByTimeAsync(5_000);
    page.dispatchEvent(new Pointer("pointerup", 1));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual({ steps: 0, done: "" });
    page.dispatchEvent(new Pointer("pointercancel", 2));
    await vi.advanceTimersByTimeAsync(100);
    expect(told.done).toBe("all");
  });

  it("not between the strokes of a key that is held", async () => {
    const { page, told } = begin(100);
    for (let stroke = 0; stroke < 20; stroke++) {
      page.dispatchEvent(new Event("keydown"));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(told.steps).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(told.done).toBe("all");
  });

  it("all the same when the pointer was let go of outside the window", async () => {
    const { page, told } = begin(100);
    page.dispatchEvent(new Pointer("pointerdown", 1));
    page.dispatchEvent(new Event("blur"));
    await vi.advanceTimersByTimeAsync(100);
    expect(told.done).toBe("all");
  });

  it("no further once it is not wanted", async () => {
    const { told, end } = begin(100);
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.steps).toBe(0);
  });
});
