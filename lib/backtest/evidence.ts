import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import type { Cases } from "./cases.ts";

/** What the past says of one criterion. */
export type Evidence = {
  /** How often cases that it matched were won, and the others. */
  readonly matched: Proportion;
  readonly others: Proportion;
  /** How many times as often as all cases those matched were won; null where it matched none, or none were won. */
  readonly lift: { readonly ratio: number; readonly low: number; readonly high: number } | null;
};

/**
 * Holds a criterion against what became of the leads. `isMatched`: 1 for the rows that it matches. The interval is one of shares of leads: rows of one lead are
 * alike, so they count for as many as tell as much (Kish, 1965).
 */
export function evidenceOf(isMatched: Uint8Array, { leadIds, won }: Cases, known: Uint8Array): Evidence {
  const matched = new SharePerLead();
  const others = new SharePerLead();
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const side = isMatched[row] === 0 ? others : matched;
    side.add(leadIds[row] ?? 0, won[row] !== 0);
  }
  const [with_, without] = [matched.share(), others.share()];
  const cases = with_.of + without.of;
  const base = cases === 0 ? 0 : (with_.made + without.made) / cases;
  const lift =
    with_.rate === null || base === 0
      ? null
      : { ratio: with_.rate / base, low: with_.low / base, high: with_.high / base };
  return { matched: with_, others: without, lift };
}

/** A share over rows of leads, a lead's rows after each other. */
class SharePerLead {
  private lead = -1;
  private rows = 0;
  private hits = 0;
  private leads = 0;
  private totalRows = 0;
  private totalHits = 0;
  /** Sums over leads of the squares and the product of rows and hits. */
  private rowsSquared = 0;
  private hitsSquared = 0;
  private product = 0;

  add(lead: number, isHit: boolean): void {
    if (lead !== this.lead) this.close();
    this.lead = lead;
    this.rows++;
    if (isHit) this.hits++;
  }

  share(): Proportion {
    this.close();
    const { totalRows: of, totalHits: made } = this;
    const plain = proportion({ made, of });
    if (plain.rate === null) return plain;
    const { rate } = plain;
    const squares = this.hitsSquared - 2 * rate * this.product + rate * rate * this.rowsSquared;
    const variance = squares / (of * of);
    const size = variance > 0 ? Math.min(of, (rate * (1 - rate)) / variance) : this.leads;
    const { low, high } = proportion({ made: rate * size, of: size });
    return { ...plain, low, high };
  }

  private close(): void {
    const { rows, hits } = this;
    if (rows > 0) this.leads++;
    this.totalRows += rows;
    this.totalHits += hits;
    this.rowsSquared += rows * rows;
    this.hitsSquared += hits * hits;
    this.product += rows * hits;
    this.rows = 0;
    this.hits = 0;
  }
}

/** How many rows a criterion matches, and how many of those another one matches as well. */
export function overlapOf(one: Uint8Array, other: Uint8Array): { readonly matched: number; readonly both: number } {
  let [matched, both] = [0, 0];
  for (let row = 0; row < one.length; row++) {
    if (one[row] === 0) continue;
    matched++;
    if (other[row] !== 0) both++;
  }
  return { matched, both };
}
