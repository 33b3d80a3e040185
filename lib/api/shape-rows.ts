import type { Schema } from "./json-schema.ts";

/** One name of a shape, as a person reads it: `account.domain`, `events[].type`. */
export type ShapeRow = { readonly name: string; readonly type: string; readonly isRequired: boolean };

type Schemas = Readonly<Record<string, Schema>>;

const MOST_DEPTH = 6;
const REF = "#/components/schemas/";

/** What is in a shape, name by name, in its order; none for one without names. */
export function shapeRows(schema: Schema, schemas: Schemas, prefix = "", depth = 0): ShapeRow[] {
  if (depth > MOST_DEPTH) return [];
  const shape = resolve(schema, schemas);
  return Object.entries(shape.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property === "boolean") return [];
    const name = `${prefix}${key}`;
    const { inner, mark } = insideOf(resolve(property, schemas), schemas);
    const row = { name, type: typeText(property, schemas), isRequired: shape.required?.includes(key) ?? false };
    return [row, ...shapeRows(inner, schemas, `${name}${mark}.`, depth + 1)];
  });
}

/** The shape that a list holds or an alternative of nothing has. */
function insideOf(shape: Schema, schemas: Schemas): { readonly inner: Schema; readonly mark: string } {
  const { items } = shape;
  if (items && typeof items === "object" && !Array.isArray(items)) {
    const inside = insideOf(resolve(items, schemas), schemas);
    return { inner: inside.inner, mark: `[]${inside.mark}` };
  }
  const real = shape.anyOf?.flatMap((each) => (typeof each === "object" && each.type !== "null" ? [each] : [])) ?? [];
  const [only] = real;
  return only && real.length === 1 ? insideOf(resolve(only, schemas), schemas) : { inner: shape, mark: "" };
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref?.startsWith(REF) ? (schemas[schema.$ref.slice(REF.length)] ?? schema) : schema;
}

/** The type in the words of JSON: `string`, `integer | null`, `list of string`, or the texts that are allowed. */
export function typeText(schema: Schema, schemas: Schemas): string {
  const { type, format, const: only, enum: allowed, anyOf, items } = resolve(schema, schemas);
  if (only !== undefined) return String(only);
  if (allowed) return allowed.map(String).join(" | ");
  if (anyOf)
    return [...new Set(anyOf.flatMap((each) => (typeof each === "object" ? typeText(each, schemas) : [])))].join(" | ");
  if (type === "array") {
    const inside = items && typeof items === "object" && !Array.isArray(items) ? typeText(items, schemas) : "";
    return inside === "" ? "list" : `list of ${inside}`;
  }
  if (type === "string" && format !== undefined) return format;
  return Array.isArray(type) ? type.join(" | ") : (type ?? "");
}
