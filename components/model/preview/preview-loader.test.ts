import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PreviewRequest } from "#lib/preview/answer.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import type { PreviewAnswer } from "./fetch-preview.ts";
import { NO_PREVIEW, type Preview, PreviewLoader } from "./preview-loader.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const attribute = (key: string, value: string) => ({
  type: "attribute" as const,
  key,
  label: key,
  points: 10,
  condition: { field: "country", op: "equals" as const, value },
});
const dutch = aDefinition({ fit: [attribute("nl", "NL")] });
const both = aDefinition({ fit: [attribute("nl", "NL"), attribute("be", "BE")] });
const BASE = {
  baseId: 1,
  size: 2,
  leadIds: Uint32Array.of(1, 2),
  looked: 2,
  total: 2,
  madeAt: "2026-03-12T08:00:00Z",
  adjusted: { fit: null, engagement: null },
  past: null,
};

/** A server that measures what it is asked for the first time only when it is asked again. */
function open({ fails = 0 } = {}) {
  const requests: PreviewRequest[] = [];
  const shown: Preview[] = [];
  const measured = new Set<string>();
  let failures = fails;
  let baseId = 1;
  const fetch = async (request: PreviewRequest): Promise<PreviewAnswer> => {
    requests.push(request);
    if (failures-- > 0) throw new Error("The line is down.");
    const keys = request.criteria.map(measureKey);
    const there = keys.filter((key) => measured.has(key));
    for (const key of keys) measured.add(key);
    const columns = new Map(there.map((key) => [key, Int32Array.of(1, 2)] as const));
    const base = request.baseId === baseId ? null : { ...BASE, baseId };
    return { baseId, base, columns, notes: new Map(), isWaiting: there.length < keys.length };
  };
  const loader = new PreviewLoader({ kind: "now", modelId: 7, fetch, onChange: (preview) => void shown.push(preview) });
  return {
    loader,
    requests,
    shown,
    last: () => shown.at(-1) ?? NO_PREVIEW,
    fail: (times: number) => {
      failures = times;
    },
    /** Other scores are in force, of which nothing is measured yet. */
    switchScores: () => {
      baseId++;
      measured.clear();
    },
  };
}

describe("the leads under the hand", () => {
  it("are there once all that is asked of them is measured", async () => {
    const { loader, last, requests } = open();
    loader.want(dutch, dutch);
    await vi.advanceTimersByTimeAsync(100);
    expect(last()).toMatchObject({ held: null, isMeasuring: true });
    await vi.advanceTimersByTimeAsync(300);
    expect(last()).toMatchObject({ isMeasuring: false, hasFailed: false });
    expect(last().held?.columns.size).toBe(1);
    expect(requests).toHaveLength(2);
    loader.want({ ...dutch, mix: { fit: 10, engagement: 90 } }, dutch);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests).toHaveLength(2);
  });

  it("get the column of a rule that is new alone, and stay meanwhile", async () => {
    const { loader, last, requests } = open();
    loader.want(dutch, dutch);
    await vi.advanceTimersByTimeAsync(500);
    loader.want(both, dutch);
    expect(last()).toMatchObject({ isMeasuring: true, held: { base: { size: 2 } } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last().held?.columns.size).toBe(2);
    expect(last().isMeasuring).toBe(false);
    const asked = requests.slice(2).map(({ criteria, baseId }) => [baseId, criteria.map(({ key }) => key)]);
    expect(asked).toEqual([
      [1, ["be"]],
      [1, ["be"]],
    ]);
  });

  it("are asked for again after a line was down, and said to be late until then", async () => {
    const { loader, last } = open({ fails: 2 });
    loader.want(dutch, dutch);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(last()).toMatchObject({ hasFailed: true, held: null });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(last()).toMatchObject({ hasFailed: false, isMeasuring: false });
  });

  it("are looked for again each minute, and change places with those of other scores once all is there", async () => {
    const { loader, last, shown, switchScores } = open();
    loader.want(both, dutch);
    await vi.advanceTimersByTimeAsync(1_000);
    const before = last().held;
    switchScores();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(last()).toMatchObject({ isMeasuring: false, held: { base: { baseId: 2 } } });
    const held = shown.map((each) => each.held);
    expect(new Set(held.slice(held.indexOf(before)))).toEqual(new Set([before, last().held]));
    expect(last().held?.columns.size).toBe(2);
  });

  it("of other scores come whole as well when a rule that is new finds them", async () => {
    const { loader, last, shown, switchScores } = open();
    loader.want(dutch, dutch);
    await vi.advanceTimersByTimeAsync(1_000);
    switchScores();
    loader.want(both, dutch);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(last()).toMatchObject({ isMeasuring: false, held: { base: { baseId: 2 } } });
    const sizes = shown.flatMap(({ held }) => (held?.base.baseId === 2 ? [held.columns.size] : []));
    expect(sizes.every((size) => size === 2)).toBe(true);
  });

  it("are no failure while the line is down and all is there", async () => {
    const { loader, last, fail } = open();
    loader.want(dutch, dutch);
    await vi.advanceTimersByTimeAsync(1_000);
    fail(3);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(last()).toMatchObject({ hasFailed: false, isMeasuring: false });
  });

  it("are not asked for by an editor that was left", async () => {
    const { loader, requests } = open();
    loader.want(dutch, dutch);
    loader.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests).toEqual([]);
  });
});
