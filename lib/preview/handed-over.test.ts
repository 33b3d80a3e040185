import { describe, expect, it } from "vitest";
import { ALWAYS, NEVER } from "./call-pool.ts";
import { handedOverRows, MOST_ROUTED, poolHandedOver, routesRequest, routesRequestSchema } from "./handed-over.ts";

const [ANN, BEN] = [1, 2];
const leadIds = Uint32Array.of(10, 20, 30, 40);
/** The third may not be called today, the fourth was handed over before. */
const pool = {
  owners: Int32Array.of(0, -BEN, ANN, 0),
  newsAfter: Float64Array.of(ALWAYS, 500, NEVER, 500),
  toHandOver: Int32Array.of(1, 1, 1, 0),
};
const scored = {
  qualifying: Uint8Array.of(1, 1, 1, 1),
  cells: Uint8Array.of(0, 1, 0, 1),
  cellNames: ["B1", "A1"],
};

describe("a publish hands over", () => {
  it("who qualifies and was not handed over before", () => {
    expect(handedOverRows(pool, scored)).toEqual([0, 1, 2]);
    expect(handedOverRows(pool, { ...scored, qualifying: Uint8Array.of(0, 1, 0, 1) })).toEqual([1]);
  });

  it("each in the cell where the draft puts it", () => {
    const request = routesRequest([0, 1, 2], leadIds, scored);
    expect(request).toEqual({
      leads: [
        { cell: "B1", leadIds: [10, 30] },
        { cell: "A1", leadIds: [20] },
      ],
    });
    expect(routesRequestSchema.safeParse(request).success).toBe(true);
  });

  it("to who gets them, whoever had them on a list, as news; nobody is called who may not be", () => {
    const routed = [
      [10, BEN],
      [20, ANN],
    ] as const;
    const handed = poolHandedOver(pool, { rows: [0, 1, 2], leadIds, answer: { routed } });
    expect([...handed.owners]).toEqual([BEN, ANN, ANN, 0]);
    expect([...handed.newsAfter]).toEqual([ALWAYS, ALWAYS, NEVER, 500]);
    expect([...pool.owners]).toEqual([0, -BEN, ANN, 0]);
  });

  it("no more than are shared out at once", () => {
    const many = (count: number) => ({ cell: "A1", leadIds: Array.from({ length: count }, (_, place) => place + 1) });
    expect(routesRequestSchema.safeParse({ leads: [many(MOST_ROUTED)] }).success).toBe(true);
    expect(routesRequestSchema.safeParse({ leads: [many(MOST_ROUTED), many(1)] }).success).toBe(false);
  });
});
