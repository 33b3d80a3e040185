import { z } from "zod";
import { errorOf } from "./hubspot-refusals.ts";

export type Properties = Record<string, string | null>;
export type StoredObject = { id: string; properties: Properties; modifiedAt: number };

export type Responded = {
  readonly answer: unknown;
  readonly schemas: { readonly asked?: string; readonly said: string };
  readonly status?: number;
};

const MOST_FOUND = 10_000;
export const STAMP = "2026-03-01T09:00:00.000Z";

const searchSchema = z.object({
  filterGroups: z.tuple([
    z.object({
      filters: z.array(z.object({ propertyName: z.string(), operator: z.string(), value: z.string() })).max(6),
    }),
  ]),
  sorts: z.tuple([z.string()]),
  properties: z.array(z.string()),
  limit: z.number().max(200),
  after: z.string(),
});
/** A page of those that a search finds, of what HubSpot gives of one at most. */
export function searchObjects(objects: readonly StoredObject[], body: unknown): Responded {
  const schemas = { asked: "PublicObjectSearchRequest", said: "CollectionResponseWithTotalSimplePublicObject" };
  const { filterGroups, properties: named, limit, after } = searchSchema.parse(body);
  const from = Number(after);
  if (from + limit > MOST_FOUND)
    return {
      answer: errorOf("VALIDATION_ERROR", "Paging beyond 10,000 results is not supported."),
      schemas,
      status: 400,
    };
  const found = objects
    .filter((each) => filterGroups[0].filters.every((filter) => isMatch(each, filter)))
    .sort((a, b) => Number(a.id) - Number(b.id));
  const results = found.slice(from, from + limit).map((each) => toResult(each, named));
  const next = from + limit < found.length ? { paging: { next: { after: String(from + limit) } } } : {};
  return { answer: { total: found.length, results, ...next }, schemas };
}

export function toResult({ id, properties, modifiedAt }: StoredObject, named: readonly string[]) {
  const asked = Object.fromEntries(named.map((name) => [name, properties[name] ?? null]));
  const updatedAt = new Date(modifiedAt).toISOString();
  return { id, properties: asked, createdAt: STAMP, updatedAt, archived: false };
}

function isMatch(
  { id, properties, modifiedAt }: StoredObject,
  {
    propertyName,
    operator,
    value,
  }: { readonly propertyName: string; readonly operator: string; readonly value: string },
): boolean {
  const isTime = propertyName === "lastmodifieddate" || propertyName === "hs_lastmodifieddate";
  const stored = propertyName === "hs_object_id" ? id : isTime ? String(modifiedAt) : properties[propertyName];
  switch (operator) {
    case "GTE":
      return Number(stored) >= Number(value);
    case "GT":
      return Number(stored) > Number(value);
    case "EQ":
      return stored === value;
    default:
      throw new Error(`The test's HubSpot knows no ${operator}.`);
  }
}
