import type { PoolClient } from "pg";
import type { Sql, TransactionSql } from "postgres";

export type Result = { readonly rows: unknown[]; readonly rowCount: number | null; readonly command: string };
/** `prepare`: planned once per connection; for texts that the program itself writes, so that they stay few. */
export type StatementOptions = { readonly prepare?: boolean };
type Mode = { readonly rowMode?: "array" };
export type Asked = { readonly text: string; readonly values: readonly unknown[] } & StatementOptions & Mode;

export async function run(client: PoolClient, { text, values, prepare, rowMode }: Asked): Promise<Result> {
  const config = { text, values: [...values], name: prepare ? nameOf(text) : undefined };
  const result: Result | Result[] = await (rowMode ? client.query({ ...config, rowMode }) : client.query(config));
  // A text of several statements gives the results of all: that of the last counts.
  return [result].flat().at(-1) ?? NO_RESULT;
}

const NO_RESULT: Result = { rows: [], rowCount: 0, command: "" };

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `voorrang_${names.size}`;
  names.set(text, name);
  return name;
}

/** A statement whose rows come as objects, or as arrays when `values` is called at once. */
export function statement(start: (mode: Mode) => Promise<Result>) {
  let mode: Mode = {};
  const rows = Promise.resolve()
    .then(() => start(mode))
    .then((result) => Object.assign(result.rows, { count: result.rowCount ?? 0, command: result.command }));
  return Object.assign(rows, {
    values() {
      mode = { rowMode: "array" };
      return rows;
    },
  });
}

/** Drizzle's driver for postgres.js asks for all of it by type and uses these functions of it only. */
export function asPostgresJs<T extends Sql | TransactionSql>(functions: object): T {
  return functions as T;
}
