const IDS_A_PAGE = 4096;
const NONE = -1;

/** Ids that follow each other: where they begin, and of each its row. */
export type IdPart = { readonly from: number; readonly ids: number[]; readonly rows: number[] };

/** Rows by id, in pages of the ids that there are: ids mostly follow each other. */
export class IdRows {
  private readonly first: number;
  private readonly pages: (Int32Array | undefined)[] = [];

  /** `first`: the lowest id that may come. */
  constructor(first: number) {
    this.first = first;
  }

  set(id: number, row: number): void {
    const offset = id - this.first;
    const number = Math.floor(offset / IDS_A_PAGE);
    let page = this.pages[number];
    if (page === undefined) {
      page = new Int32Array(IDS_A_PAGE).fill(NONE);
      this.pages[number] = page;
    }
    page[offset - number * IDS_A_PAGE] = row;
  }

  /** All that were set, by id, in parts of so many ids that follow each other; empty parts are left out. */
  *parts(idsAPart: number): Generator<IdPart> {
    let part: IdPart = { from: this.first, ids: [], rows: [] };
    for (const [number, page] of this.pages.entries())
      for (let place = 0; page !== undefined && place < IDS_A_PAGE; place++) {
        const row = page[place] ?? NONE;
        if (row === NONE) continue;
        const offset = number * IDS_A_PAGE + place;
        if (offset >= part.from - this.first + idsAPart) {
          if (part.rows.length > 0) yield part;
          part = { from: this.first + Math.floor(offset / idsAPart) * idsAPart, ids: [], rows: [] };
        }
        part.ids.push(this.first + offset);
        part.rows.push(row);
      }
    if (part.rows.length > 0) yield part;
  }

  /** -1 for an id that has none. */
  rowOf(id: number): number {
    const offset = id - this.first;
    const number = Math.floor(offset / IDS_A_PAGE);
    return this.pages[number]?.[offset - number * IDS_A_PAGE] ?? NONE;
  }
}
