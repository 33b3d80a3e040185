/** More pairs than this are counted by those that there are: a table of all would be memory for little. */
const MOST_IN_A_TABLE = 2_000_000;

/** How often each pair of two small whole numbers was met. */
export class PairCounts {
  private readonly columns: number;
  private readonly table: Int32Array | null;
  private readonly met = new Map<number, number>();

  /** Numbers lie below these. */
  constructor({ rows, columns }: { readonly rows: number; readonly columns: number }) {
    this.columns = columns;
    this.table = rows * columns <= MOST_IN_A_TABLE ? new Int32Array(rows * columns) : null;
  }

  add(row: number, column: number): void {
    const key = row * this.columns + column;
    if (this.table) this.table[key] = (this.table[key] ?? 0) + 1;
    else this.met.set(key, (this.met.get(key) ?? 0) + 1);
  }

  forEach(visit: (row: number, column: number, count: number) => void): void {
    const tell = (count: number, key: number) => {
      if (count > 0) visit(Math.floor(key / this.columns), key % this.columns, count);
    };
    if (this.table) this.table.forEach(tell);
    else this.met.forEach(tell);
  }
}
