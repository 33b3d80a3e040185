import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mappingSchema } from "./mapping.ts";
import { checkMapping } from "./targets.ts";

describe("the example mappings", () => {
  it.each(globSync("examples/*/!(model).json").sort())("%s says what a mapping may say", (path) => {
    const mapping = mappingSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    expect(checkMapping(mapping)).toBeNull();
  });
});
