import { applyAccountChanges } from "./apply-accounts.ts";
import { applyLeadChanges } from "./apply-leads.ts";
import { deletePending, readPending } from "./pending.ts";
import { type ImportSession, inTransaction } from "./session.ts";

/** Below the most leads that may be locked in one transaction. */
const AT_ONCE = 500;

export type Settling = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Called in the transaction that changed so many leads. */
  readonly keep: (updated: number) => Promise<void>;
};

/** Applies what a file that was read to its end says of accounts and leads that were there before its rows. */
export async function settle({ now, signal, keep }: Settling, session: ImportSession): Promise<void> {
  for (const entity of ["account", "lead"] as const) {
    for (let after = 0; ; ) {
      signal?.throwIfAborted();
      const next = await inTransaction(session.client, async () => {
        const pending = await readPending(
          { importId: session.importId, entity, after, limit: AT_ONCE },
          session.client,
        );
        if (pending.length === 0) return null;
        const at = now();
        if (entity === "account") await applyAccountChanges(pending, { at }, session);
        else await keep(await applyLeadChanges(pending, { at }, session));
        const ids = pending.map(({ subjectId }) => subjectId);
        await deletePending({ importId: session.importId, entity, ids }, session.client);
        return ids.at(-1) ?? null;
      });
      if (next === null) break;
      after = next;
    }
  }
}
