/** Short lists of numbers as small whole numbers. Of millions most are the same few, each of which is kept once; 0 is the empty one. */
export class KeptLists {
  private readonly lists: (readonly number[])[] = [[]];
  private readonly codes = new Map<string, number>([["", 0]]);

  codeOf(list: readonly number[]): number {
    const key = list.join();
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    this.codes.set(key, this.lists.length);
    return this.lists.push(list) - 1;
  }

  get size(): number {
    return this.lists.length;
  }

  listOf(code: number): readonly number[] {
    return this.lists[code] ?? [];
  }
}
