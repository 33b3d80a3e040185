import type { BulkClient } from "#db/bulk.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { IdRows } from "#db/id-rows.ts";
import type { IdRange } from "#db/lead-slice.ts";
import type { Value } from "#lib/scoring/value.ts";
import type { FieldColumn } from "./field-columns.ts";

type AccountQuery = {
  /** Of the accounts of these leads; null: of all. */
  readonly range: IdRange | null;
  readonly columns: readonly FieldColumn[];
  readonly signal?: AbortSignal | undefined;
};

/** What accounts hold, read once an account instead of once for each of its leads. */
export class AccountValues {
  private readonly rows = new IdRows(1);
  /** By column and row. */
  private readonly values: readonly Value[][];

  private constructor(columns: number) {
    this.values = Array.from({ length: columns }, () => []);
  }

  static async read({ range, columns, signal }: AccountQuery, client: BulkClient): Promise<AccountValues> {
    const accounts = new AccountValues(columns.length);
    if (columns.length === 0) return accounts;
    const where =
      range === null
        ? ""
        : `where account.id in (select account_id from leads where id between ${range.from} and ${range.to})`;
    const statement = `copy (
      select ${["account.id", ...columns.map(({ sql }) => sql)].join(", ")} from accounts account ${where}) to stdout (format binary)`;
    const row = new BinaryRow(1 + columns.length);
    let count = 0;
    await readBinaryRows(client, { statement, row, signal }, () => {
      accounts.rows.set(row.int8(0), count++);
      for (const [place, { read }] of columns.entries()) accounts.values[place]?.push(read(row, 1 + place));
    });
    return accounts;
  }

  /** -1 for an account that has none. */
  rowOf(accountId: number): number {
    return this.rows.rowOf(accountId);
  }

  /** `column`: a place among those that were read. */
  valueOf(column: number, row: number): Value {
    return this.values[column]?.[row] ?? null;
  }
}
