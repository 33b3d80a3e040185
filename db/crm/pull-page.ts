import { type ImportSession, inTransaction } from "#db/import/session.ts";
import type { CrmPage } from "#lib/crm/door.ts";
import type { CrmCounts } from "#lib/crm/run.ts";
import { keepCursor } from "./connection.ts";

export type PullPage<T> = {
  readonly of: "contacts" | "deals";
  readonly cursor: string | null;
  readonly pull: (cursor: string | null) => Promise<CrmPage<T>>;
  readonly store: (records: readonly T[], session: ImportSession) => Promise<Partial<CrmCounts>>;
  readonly sessionAt: (arrived: Date) => ImportSession;
  /** When the settings were saved by which it is pulled. */
  readonly settingsAt: Date;
  readonly now: () => Date;
  /** Called in the transaction, with what it comes to. */
  readonly keep: (counts: Partial<CrmCounts>) => Promise<void>;
};

const MOST_TRIES = 5;

/**
 * Pulls a page and stores it together with where to go on: a process that is killed leaves either all of the page or
 * nothing of it.
 */
export async function pullPage<T>({ of, cursor, pull, store, sessionAt, settingsAt, now, keep }: PullPage<T>) {
  const page = await pull(cursor);
  for (let tries = 1; ; tries++) {
    try {
      const session = sessionAt(now());
      const counts = await inTransaction(session.client, async () => {
        const stored = page.records.length === 0 ? {} : await store(page.records, session);
        await keepCursor({ of, from: cursor, cursor: page.cursor, settingsAt }, session.client);
        await keep(stored);
        return stored;
      });
      const { created = 0, updated = 0, outcomes = 0 } = counts;
      return { cursor: page.cursor, isLast: page.isLast, counts, hasNews: created + updated + outcomes > 0 };
    } catch (error) {
      // Somebody else made a lead of the same person meanwhile.
      if (tries === MOST_TRIES || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
