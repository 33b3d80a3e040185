import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveChange } from "#lib/live/change.ts";
import { createLive } from "./live.ts";

const READ_AT = 1_000_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open({ isSeen = () => true, concerns = () => true }: Partial<Options> = {}) {
  const live = createLive(isSeen);
  let times = 0;
  let readAt = READ_AT;
  const show = () =>
    live.show({
      readAt: () => readAt,
      concerns,
      refresh: async () => {
        times += 1;
        readAt += 60_000;
      },
    });
  const after = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return times;
  };
  return { live, hide: show(), show, after };
}
type Options = { isSeen: () => boolean; concerns: (change: LiveChange) => boolean };

const change = (leads: number[] | null, at = READ_AT + 5_000) => ({ kind: "change", at, leads }) as const;

test("a screen reads again what concerns it, and nothing else", async () => {
  const { live, after } = open({ concerns: ({ leads }) => leads === null || leads.includes(7) });
  live.hear(change([8]));
  expect(await after(20_000)).toBe(0);
  live.hear(change([7]));
  expect(await after(100)).toBe(1);
  live.hear(change(null));
  expect(await after(2_000)).toBe(2);
});

test("a stream of changes for a minute is a dozen readings, the last one after the last change", async () => {
  const { live, after } = open();
  for (let second = 0; second < 60; second++)
    for (let message = 0; message < 4; message++) {
      live.hear(change([message]));
      await after(250);
    }
  const during = await after(0);
  expect(during).toBeLessThanOrEqual(12);
  expect(await after(8_000)).toBe(during + 1);
  expect(await after(60_000)).toBe(during + 1);
});

test("a stream that opens tells a screen to read again only when something changed since it was read", async () => {
  const { live, after } = open();
  live.hear({ kind: "hello", changedAt: null });
  live.hear({ kind: "hello", changedAt: READ_AT - 5_000 });
  expect(await after(20_000)).toBe(0);
  live.hear({ kind: "hello", changedAt: READ_AT + 1 });
  expect(await after(100)).toBe(1);
});

test("a screen that comes up older than a change that was heard of reads again", async () => {
  const { live, hide, show, after } = open();
  hide();
  live.hear(change([7]));
  expect(await after(20_000)).toBe(0);
  show();
  expect(await after(100)).toBe(1);
});

test("what nobody looks at is not read; once somebody does, once", async () => {
  let isSeen = false;
  const { live, after } = open({ isSeen: () => isSeen });
  for (let message = 0; message < 10; message++) live.hear(change([message]));
  expect(await after(60_000)).toBe(0);
  isSeen = true;
  live.seen();
  live.seen();
  expect(await after(20_000)).toBe(1);
});

test("a reading that never ends keeps the others from being told for fifteen seconds at most", async () => {
  const { live, after } = open();
  live.show({ readAt: () => READ_AT, concerns: () => true, refresh: () => new Promise(() => {}) });
  live.hear(change([1]));
  await after(1_000);
  live.hear(change([2]));
  expect(await after(10_000)).toBe(1);
  expect(await after(10_000)).toBe(2);
});

test("the stream counts as lost after 40 seconds of silence, and when it is over", async () => {
  const { live, after } = open();
  const heard: boolean[] = [];
  live.watch(() => heard.push(live.isLive()));
  expect(live.isLive()).toBe(false);
  live.hear({ kind: "beat" });
  await after(30_000);
  live.hear({ kind: "beat" });
  await after(39_999);
  expect(live.isLive()).toBe(true);
  await after(1);
  expect(live.isLive()).toBe(false);
  live.hear({ kind: "beat" });
  live.hear({ kind: "end" });
  expect(heard).toEqual([true, false, true, false]);
});

test("an alert is heard at once, by whoever listens, and no screen reads itself again for it", async () => {
  const { live, after } = open();
  let heard = 0;
  const stop = live.onAlert(() => (heard += 1));
  live.hear({ kind: "alert" });
  expect(heard).toBe(1);
  // A stream that opens anew may have missed one.
  live.hear({ kind: "hello", changedAt: null });
  expect(heard).toBe(2);
  stop();
  live.hear({ kind: "alert" });
  expect(heard).toBe(2);
  expect(await after(20_000)).toBe(0);
});
