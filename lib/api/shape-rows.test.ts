import { expect, test } from "vitest";
import type { Schema } from "./json-schema.ts";
import { shapeRows, typeText } from "./shape-rows.ts";

const SCHEMAS: Readonly<Record<string, Schema>> = {
  Lead: {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "integer" },
      day: { anyOf: [{ type: "string", format: "date" }, { type: "null" }] },
      names: {
        type: "array",
        items: { type: "object", required: ["source"], properties: { source: { type: "string" } } },
      },
    },
  },
};

test("a shape is told name by name, with what is inside of lists", () => {
  const page: Schema = {
    type: "object",
    required: ["data"],
    properties: { data: { type: "array", items: { $ref: "#/components/schemas/Lead" } } },
  };
  expect(shapeRows(page, SCHEMAS)).toEqual([
    { name: "data", type: "list of object", isRequired: true },
    { name: "data[].id", type: "integer", isRequired: true },
    { name: "data[].day", type: "date | null", isRequired: false },
    { name: "data[].names", type: "list of object", isRequired: false },
    { name: "data[].names[].source", type: "string", isRequired: true },
  ]);
});

test("a closed set is told by its texts", () => {
  expect(typeText({ type: "string", enum: ["won", "lost"] }, SCHEMAS)).toBe("won | lost");
  expect(typeText({ type: "number", const: 1 }, SCHEMAS)).toBe("1");
});
