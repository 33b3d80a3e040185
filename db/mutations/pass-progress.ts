import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { generations } from "#db/schema/index.ts";

const EVERY_MS = 500;

/**
 * Adds up how far the lanes of a process are and now and then stores what was done since, in leads: a
 * slice that is half-way counts for half of its leads. Several processes add to the same figure, and
 * what a killed one had told stays in it, so it is held within the total.
 */
export class PassProgress {
  private readonly generationId: number;
  private readonly db: Database;
  private readonly slices: { readonly leads: number; share: number }[] = [];
  private readonly timer: NodeJS.Timeout;
  private stored = 0;
  private storing: Promise<unknown> = Promise.resolve();

  constructor(generationId: number, db: Database) {
    this.generationId = generationId;
    this.db = db;
    this.timer = setInterval(() => {
      this.storing = this.storing.then(() => this.store());
      // Whoever awaits the end gets its failure; until then it must not count as unhandled.
      this.storing.catch(() => {});
    }, EVERY_MS);
  }

  /** Begins a slice of so many leads; gives the way to tell which share of it is done. */
  open(leads: number): (share: number) => void {
    const slice = { leads, share: 0 };
    this.slices.push(slice);
    return (share) => {
      slice.share = share;
    };
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.storing;
  }

  private async store(): Promise<void> {
    const done = Math.floor(this.slices.reduce((sum, { leads, share }) => sum + leads * share, 0));
    if (done === this.stored) return;
    const more = done - this.stored;
    this.stored = done;
    await this.db
      .update(generations)
      .set({ leadsDone: sql`least(${generations.leadsDone} + ${more}, ${generations.leadsTotal})` })
      .where(eq(generations.id, this.generationId));
  }
}
