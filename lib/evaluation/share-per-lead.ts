import { type Proportion, proportion } from "./proportion.ts";

/**
 * A share over rows of leads, a lead's rows after each other. The interval is one of shares of leads: rows of one lead are
 * alike, so they count for as many as tell as much (Kish, 1965).
 */
export class SharePerLead {
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
