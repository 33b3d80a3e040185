const IDS_A_PAGE = 4096;
const NONE = -1;

/** Rows of leads by id, in pages of the ids that there are: ids mostly follow each other. */
export class LeadRows {
  private readonly first: number;
  private readonly pages: (Int32Array | undefined)[] = [];

  /** `first`: the lowest id that may come. */
  constructor(first: number) {
    this.first = first;
  }

  set(leadId: number, row: number): void {
    const offset = leadId - this.first;
    const number = Math.floor(offset / IDS_A_PAGE);
    let page = this.pages[number];
    if (page === undefined) {
      page = new Int32Array(IDS_A_PAGE).fill(NONE);
      this.pages[number] = page;
    }
    page[offset - number * IDS_A_PAGE] = row;
  }

  /** All that were set, by id. */
  *inOrder(): Generator<{ readonly leadId: number; readonly row: number }> {
    for (const [number, page] of this.pages.entries())
      for (let place = 0; page !== undefined && place < IDS_A_PAGE; place++) {
        const row = page[place] ?? NONE;
        if (row !== NONE) yield { leadId: this.first + number * IDS_A_PAGE + place, row };
      }
  }

  /** -1 for an id that has none. */
  rowOf(leadId: number): number {
    const offset = leadId - this.first;
    const number = Math.floor(offset / IDS_A_PAGE);
    return this.pages[number]?.[offset - number * IDS_A_PAGE] ?? NONE;
  }
}
