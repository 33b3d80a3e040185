import { expect, it } from "vitest";
import { completeColumns } from "./complete-mapping.ts";

it("a file read in another way keeps what was chosen for columns that are still there", () => {
  const chosen = [
    { to: "email" as const, column: "Mail" },
    { to: "ignore" as const, column: "Gone" },
    { to: "field" as const, field: "source" as const, value: "fair" },
  ];
  const guessed = [
    { to: "ignore" as const, column: "mail" },
    { to: "full_name" as const, column: "New" },
  ];
  expect(completeColumns(chosen, guessed)).toEqual([chosen[0], guessed[1], chosen[2]]);
});
