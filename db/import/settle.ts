import { applyAccountChanges } from "./apply-accounts.ts";
import { applyLeadChanges } from "./apply-leads.ts";
import { deletePending, readPending } from "./pending.ts";
import { type ImportSession, inTransaction } from "./session.ts";

/** Below the most leads that may be locked in one transaction. */
const AT_ONCE = 500;

export type Settling = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Called in the transaction that changed leads, with how many those of the file are by then. */
  readonly keep: (updated: number) => Promise<void>;
};

/** Applies what a file that was read to its end says of accounts and leads that were there before its rows. */
export async function settle({ now, signal, keep }: Settling, session: ImportSession): Promise<void> {
  let updated = 0;
  for (const entity of ["account", "lead"] as const) {
    for (let after = 0; ; ) {
      signal?.throwIfAborted();
      const next = await inTransaction(session.client, async () => {
        const pending = await readPending(
          { importId: session.importId, entity, after, limit: AT_ONCE },
          session.client,
        );
        if (pending.length === 0) return { last: null, updated: 0 };
        const at = now();
        const changed = entity === "lead" ? await applyLeadChanges(pending, { at }, session) : 0;
        if (entity === "account") await applyAccountChanges(pending, { at }, session);
        else await keep(updated + changed);
        const ids = pending.map(({ subjectId }) => subjectId);
        await deletePending({ importId: session.importId, entity, ids }, session.client);
        return { last: ids.at(-1) ?? null, updated: changed };
      });
      if (next.last === null) break;
      after = next.last;
      updated += next.updated;
    }
  }
}
