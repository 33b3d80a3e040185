import { z } from "zod";
import { COMPONENTS } from "./components.ts";

export type Schema = z.core.JSONSchema.BaseSchema;
/** By media type. */
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export const JSON_TYPE = "application/json";

const NAMES: ReadonlyMap<unknown, string> = new Map(Object.entries(COMPONENTS).map(([name, schema]) => [schema, name]));
const registry = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id: name });

export const refTo = (name: string) => `#/components/schemas/${name}`;

/** As `toSchema`, or by its name where it has one. */
export function named(schema: z.ZodType, io: "input" | "output"): Schema {
  const name = NAMES.get(schema);
  return name === undefined ? toSchema(schema, io) : { $ref: refTo(name) };
}

/** As JSON Schema has it, with the shapes that have a name told by it. */
export function toSchema(schema: z.core.$ZodType, io: "input" | "output"): Schema {
  const made = z.toJSONSchema(schema, {
    metadata: registry,
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // Each has a name of its own, and these patterns fill a page.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      // Says of TypeScript only that nobody writes to it.
      delete jsonSchema.readOnly;
      // What is answered may come to have more.
      if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const { $schema: _, $defs = {}, id: __, ...rest } = made;
  const { id: ___, ...own } = $defs[NAMES.get(schema) ?? ""] ?? rest;
  return JSON.parse(JSON.stringify(own).replaceAll('"#/$defs/', `"${refTo("")}`));
}
