import { resized } from "#lib/scoring/resized.ts";

const FIRST_ROOM = 1024;

/** Where leads stand in columns: the first place for the first that came. A place is kept for good. */
export class LeadPlaces {
  ids = new Float64Array(FIRST_ROOM);
  /** Places in use. */
  length = 0;
  /** So many places from the start hold rising ids; the others are in `strays`. */
  private sorted = 0;
  private readonly strays = new Map<number, number>();

  /** The place of a lead; null when it never had one. */
  find(leadId: number): number | null {
    // Ids mostly follow each other without a gap.
    const guess = leadId - (this.ids[0] ?? 0);
    if (guess < this.sorted && this.ids[guess] === leadId) return guess;
    let low = 0;
    let high = this.sorted - 1;
    if (high < 0 || leadId > (this.ids[high] ?? 0)) return this.strays.get(leadId) ?? null;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const id = this.ids[middle] ?? 0;
      if (id === leadId) return middle;
      if (id < leadId) low = middle + 1;
      else high = middle - 1;
    }
    return this.strays.get(leadId) ?? null;
  }

  /** Another place for a lead. New leads have higher ids than all before, save those that were committed out of turn. */
  add(leadId: number): number {
    const place = this.length++;
    if (place === this.ids.length) this.ids = resized(this.ids, new Float64Array(place * 2));
    this.ids[place] = leadId;
    if (this.sorted === place && (place === 0 || leadId > (this.ids[place - 1] ?? 0))) this.sorted++;
    else this.strays.set(leadId, place);
    return place;
  }
}
