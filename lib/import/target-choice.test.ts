import { describe, expect, it } from "vitest";
import { type MappedColumn, mappingSchema } from "./mapping.ts";
import { choiceOf, withChoice } from "./target-choice.ts";
import { TARGETS } from "./targets.ts";
import type { FileColumn } from "./view.ts";

const ownFields = [{ key: "team_size", type: "number" as const }];
const column: FileColumn = { name: "Team size", samples: ["12"], type: "number", dates: null };
const context = { column, ownFields };
const entry: MappedColumn = { to: "ignore", column: column.name };

describe("what a column becomes", () => {
  it("is the same choice again when it is chosen", () => {
    const plain = [...new Set(Object.values(TARGETS).flat())].filter(
      (name) => !["field", "custom", "permission"].includes(name),
    );
    const choices = [
      ...plain,
      "field:account.employees",
      "own:team_size",
      "permission:may_call",
      "permission:may_call:inverted",
    ];
    expect(choices.map((choice) => choiceOf(withChoice(entry, choice, context), ownFields))).toEqual(choices);
  });

  it("fits what a mapping may say", () => {
    const chosen = ["new", "property", "outcome", "permission:may_email:inverted"].map((choice) =>
      withChoice(entry, choice, context),
    );
    expect(mappingSchema.shape.columns.safeParse(chosen).error).toBeUndefined();
  });

  it("a new field is named for its column and holds what its values look like", () => {
    expect(withChoice(entry, "new", { column, ownFields: [] })).toMatchObject({
      to: "custom",
      key: "team_size",
      type: "number",
    });
  });

  it("keeps how its cells are read, and says how its dates are written", () => {
    const dated: FileColumn = { ...column, dates: "day_first" };
    const read = withChoice({ ...entry, missing: ["-"] }, "created_at", { column: dated, ownFields });
    expect(read).toMatchObject({ to: "created_at", missing: ["-"], dates: "day_first" });
  });

  it("stays what it was when the choice means nothing", () => {
    expect(withChoice(entry, "field:shoe_size", context)).toBe(entry);
  });
});
