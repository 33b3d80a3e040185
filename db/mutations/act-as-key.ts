import { db, type Executor } from "#db/client.ts";
import type { Result } from "#lib/result.ts";
import { type AuditEntry, recordAudit } from "./record-audit.ts";

type Key = { readonly keyId: number; readonly at: Date };
type Done = Pick<AuditEntry, "action" | "subject" | "details">;

/**
 * Does something for a key and writes down that it did, in one transaction; `done` gives null where nothing changed.
 * Of what is refused nothing stays.
 */
export async function actAsKey<T>(
  { keyId, at }: Key,
  work: (transaction: Executor) => Promise<Result<T>>,
  done: (value: T) => Done | null,
  executor: Executor = db,
): Promise<Result<T>> {
  const outcome = executor.transaction(async (tx) => {
    const result = await work(tx);
    if (!result.ok) throw new Refused(result);
    const entry = done(result.value);
    if (entry) await recordAudit({ at, actorId: null, keyId, ...entry }, tx);
    return result;
  });
  return outcome.catch((error: unknown) => {
    if (error instanceof Refused) return error.result;
    throw error;
  });
}

/** Takes a refusal out of a transaction, which is undone by it. */
class Refused extends Error {
  readonly result: Extract<Result<never>, { ok: false }>;

  constructor(result: Extract<Result<never>, { ok: false }>) {
    super("Refused.");
    this.result = result;
  }
}
