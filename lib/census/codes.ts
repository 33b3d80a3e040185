/** Values as small whole numbers, in the order in which they came; null is 0. */
export class Codes<T extends string | number> {
  private readonly values: (T | null)[] = [null];
  private readonly codes = new Map<T, number>();

  codeOf(value: T | null): number {
    if (value === null) return 0;
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    this.codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }

  /** The code of a value that is there; null for one that never was. */
  find(value: T | null): number | null {
    return value === null ? 0 : (this.codes.get(value) ?? null);
  }

  valueOf(code: number): T | null {
    return this.values[code] ?? null;
  }

  /** Every value by its code. */
  get all(): readonly (T | null)[] {
    return this.values;
  }

  get size(): number {
    return this.values.length;
  }
}
