/** Numbers by row. Two may read the same ones until either writes: a copy of all of them is a pause that a hand feels. */
export class SharedRows<Rows extends { slice(): Rows }> {
  private rows: Rows;
  private isShared = false;

  constructor(rows: Rows) {
    this.rows = rows;
  }

  /** The same numbers for another to begin with. */
  share(): SharedRows<Rows> {
    const other = new SharedRows(this.rows);
    this.isShared = true;
    other.isShared = true;
    return other;
  }

  /** Holds until the next writing. */
  read(): Readonly<Rows> {
    return this.rows;
  }

  /** The numbers to change; nobody else sees it. */
  write(): Rows {
    if (this.isShared) this.rows = this.rows.slice();
    this.isShared = false;
    return this.rows;
  }
}
