import { describe, expect, it } from "vitest";
import { walkOutcomes } from "./walk-outcomes.ts";

const lead = { stage: "lead", enteredAt: 100 } as const;

describe("the stages that outcomes lead to", () => {
  it("follow each other in order of time, whatever order they are told in", () => {
    const { standing, moves } = walkOutcomes(lead, [
      { result: "won", at: 300 },
      { result: "lost", at: 200 },
    ]);
    expect(standing).toEqual({ stage: "customer", enteredAt: 300 });
    expect(moves).toEqual([
      { at: 200, from: "lead", to: "lost" },
      { at: 300, from: "lost", to: "customer" },
    ]);
  });

  it("never leave a stage before it was entered", () => {
    expect(walkOutcomes(lead, [{ result: "won", at: 50 }]).moves).toEqual([{ at: 100, from: "lead", to: "customer" }]);
  });

  it("a customer stays one", () => {
    const customer = { stage: "customer", enteredAt: 100 } as const;
    expect(walkOutcomes(customer, [{ result: "lost", at: 200 }])).toEqual({ standing: customer, moves: [] });
  });
});
