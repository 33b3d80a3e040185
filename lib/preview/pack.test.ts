import fc from "fast-check";
import { expect, test } from "vitest";
import { ONE } from "#lib/scoring/decay.ts";
import { readFrames, writeFrames } from "./frames.ts";
import { fromSteps, packColumn, toSteps, unpackColumn } from "./pack.ts";

const sums = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
const matches = fc.array(fc.constantFrom(0, ONE));

test("a column comes out as it went in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(sums, matches), async (values) => {
      const column = Int32Array.from(values);
      expect(await unpackColumn(await packColumn(column), column.length)).toEqual(column);
    }),
  );
});

test("matches take a bit a lead, and less where they lie together", async () => {
  const rows = 80_000;
  const half = Int32Array.from({ length: rows }, (_, row) => (row < rows / 2 ? ONE : 0));
  expect((await packColumn(half)).length).toBeLessThan(100);
  const mixed = Int32Array.from({ length: rows }, (_, row) => (Math.imul(row, 0x9e3779b1) >>> 31) * ONE);
  expect((await packColumn(mixed)).length).toBeLessThan(rows / 8 + 100);
});

test("rising ids come back from their steps, the highest included", () => {
  const ids = Uint32Array.of(1, 2, 3, 70_000, 2 ** 32 - 1);
  expect(fromSteps(toSteps(ids))).toEqual(ids);
});

test("parts come back under their names, empty ones too, with what was said of them", () => {
  const parts = new Map([
    ["één", Uint8Array.of(1, 2, 3)],
    ["nothing", new Uint8Array()],
    ["last", Uint8Array.of(255)],
  ]);
  const body = writeFrames({ head: { size: 3, text: "ë" }, parts });
  expect(readFrames(body.buffer)).toEqual({ head: { size: 3, text: "ë" }, parts });
});
