import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Correction, staysInRoom } from "./adjustment-room.ts";

const DAY = 20_524;
const correction = (changes: Partial<Correction> = {}): Correction => ({
  axis: "engagement",
  centipoints: 600,
  firstDay: DAY,
  lastDay: DAY + 9,
  ...changes,
});
const stays = (added: Correction, existing: readonly Correction[] = [], points = 10) =>
  staysInRoom(added, { points, existing });

describe("the room a rep has to correct a score", () => {
  it("ends at so many points, up and down", () => {
    expect(stays(correction({ centipoints: 1000 }))).toBe(true);
    expect(stays(correction({ centipoints: 1001 }))).toBe(false);
    expect(stays(correction({ centipoints: -1000 }))).toBe(true);
    expect(stays(correction({ centipoints: -1001 }))).toBe(false);
  });

  it("is not stretched by giving the same again: 6 and 6 are 12", () => {
    expect(stays(correction(), [correction()])).toBe(false);
    expect(stays(correction({ centipoints: 400 }), [correction()])).toBe(true);
    expect(stays(correction({ centipoints: -1600 }), [correction()])).toBe(true);
  });

  it("counts a day only with what is in force on it", () => {
    expect(stays(correction({ firstDay: DAY + 10, lastDay: DAY + 20 }), [correction()])).toBe(true);
    expect(stays(correction({ firstDay: DAY + 9, lastDay: DAY + 20 }), [correction()])).toBe(false);
    expect(stays(correction({ firstDay: DAY - 5, lastDay: DAY - 1 }), [correction()])).toBe(true);
    expect(stays(correction({ firstDay: DAY - 5, lastDay: DAY }), [correction()])).toBe(false);
    expect(stays(correction({ firstDay: DAY + 500, lastDay: null }), [correction({ lastDay: null })])).toBe(false);
  });

  it("is each axis's own", () => {
    expect(stays(correction({ axis: "fit" }), [correction()])).toBe(true);
  });

  it("of nothing allows nothing", () => {
    expect(stays(correction({ centipoints: 1 }), [], 0)).toBe(false);
  });

  it("that was narrowed lets what stands too high come down", () => {
    expect(stays(correction({ centipoints: -200 }), [correction({ centipoints: 2000 })])).toBe(true);
    expect(stays(correction({ centipoints: 100 }), [correction({ centipoints: 2000 })])).toBe(false);
  });

  it("is never left on any day, whatever is given one after the other", () => {
    const given = fc.record({
      axis: fc.constantFrom("fit" as const, "engagement" as const),
      centipoints: fc.integer({ min: -1500, max: 1500 }),
      firstDay: fc.integer({ min: 0, max: 30 }),
      lastDay: fc.option(fc.integer({ min: 0, max: 30 })),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 25 }), (attempts) => {
        const kept: Correction[] = [];
        for (const { firstDay, lastDay, ...rest } of attempts) {
          const added = { ...rest, firstDay, lastDay: lastDay === null ? null : firstDay + lastDay };
          if (staysInRoom(added, { points: 10, existing: kept })) kept.push(added);
        }
        for (const axis of ["fit", "engagement"])
          for (let day = 0; day <= 70; day++) {
            const sum = kept
              .filter((each) => each.axis === axis && each.firstDay <= day && (each.lastDay ?? 99) >= day)
              .reduce((total, each) => total + each.centipoints, 0);
            expect(Math.abs(sum)).toBeLessThanOrEqual(1000);
          }
      }),
    );
  });
});
