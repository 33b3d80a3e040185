import { describe, expect, it } from "vitest";
import type { MatrixCell } from "#lib/matrix/bands.ts";
import { bandsOf } from "#lib/matrix/bands.ts";
import { neighbour } from "./neighbour.ts";

const cells: MatrixCell[] = bandsOf("fit", [25, 45, 65])
  .reverse()
  .flatMap((fit) =>
    bandsOf("engagement", [20, 60]).map((engagement) => ({ cell: fit.name + engagement.name, fit, engagement })),
  );

describe("arrow keys in the matrix", () => {
  it("lead to the cell that lies that way", () => {
    const from = (key: string) => neighbour(cells, "B2", key);
    expect(["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"].map(from)).toEqual(["A2", "B1", "C2", "B3"]);
  });

  it("stop at the edge, and other keys do nothing", () => {
    expect(neighbour(cells, "A1", "ArrowUp")).toBeNull();
    expect(neighbour(cells, "A1", "ArrowRight")).toBeNull();
    expect(neighbour(cells, "D3", "ArrowDown")).toBeNull();
    expect(neighbour(cells, "B2", "x")).toBeNull();
    expect(neighbour(cells, "E9", "ArrowUp")).toBeNull();
  });
});
