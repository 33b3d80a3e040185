/** A value of a row for COPY in text format; a list becomes a PostgreSQL array, an object JSON. */
export type CopyValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | null
  | readonly string[]
  | { readonly json: unknown };

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One row of `COPY ... FROM STDIN` in text format, line end included. Text holds no NUL: PostgreSQL has none. */
export function copyRow(values: readonly CopyValue[]): string {
  let row = "";
  for (let index = 0; index < values.length; index++) {
    if (index > 0) row += "\t";
    row += copyField(values[index] ?? null);
  }
  return `${row}\n`;
}

/** One value of a row, for rows put together by hand where there are millions of them. */
export function copyField(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if ("json" in value) return escaped(JSON.stringify(value.json));
  return escaped(`{${value.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character) : text;
}
