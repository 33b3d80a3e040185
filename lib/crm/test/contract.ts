import contract from "./hubspot-contract.json" with { type: "json" };

type Kind = {
  readonly ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Kind;
  readonly values?: Kind;
};
type Schema = { readonly required: readonly string[]; readonly properties: Readonly<Record<string, Kind>> };

const schemas: Readonly<Record<string, Schema>> = contract.schemas;

/** What of a value is not as the published schema of that name says; empty: nothing. */
export function breaches(value: unknown, name: string, at = name): string[] {
  const schema = schemas[name];
  // A schema without members of its own takes anything.
  if (!schema) return [];
  if (!isObject(value)) return [`${at} is no object`];
  const missing = schema.required.filter((key) => !(key in value)).map((key) => `${at}.${key} is missing`);
  const wrong = Object.entries(value).flatMap(([key, member]) => {
    const kind = schema.properties[key];
    return kind ? memberBreaches(member, kind, `${at}.${key}`) : [`${at}.${key} is unknown`];
  });
  return [...missing, ...wrong];
}

function memberBreaches(value: unknown, kind: Kind, at: string): string[] {
  if (kind.ref) return breaches(value, kind.ref, at);
  switch (kind.type) {
    case "array":
      if (!Array.isArray(value)) return [`${at} is no array`];
      return value.flatMap((each, place) => (kind.items ? memberBreaches(each, kind.items, `${at}[${place}]`) : []));
    case "object":
      if (!isObject(value)) return [`${at} is no object`];
      return Object.entries(value).flatMap(([key, each]) =>
        kind.values && each !== null ? memberBreaches(each, kind.values, `${at}.${key}`) : [],
      );
    case "integer":
      return Number.isInteger(value) ? [] : [`${at} is no integer`];
    case undefined:
      return [];
    default:
      if (typeof value !== kind.type) return [`${at} is no ${kind.type}`];
      return kind.enum && !kind.enum.includes(String(value)) ? [`${at} is none of ${kind.enum.join(", ")}`] : [];
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
