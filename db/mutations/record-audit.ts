import type { Executor } from "#db/client.ts";
import { auditLog } from "#db/schema/index.ts";

export type AuditEntry = {
  readonly at: Date;
  /** null: the system itself, the command line, or a key. */
  readonly actorId: number | null;
  /** The key that acted, where no person did. */
  readonly keyId?: number;
  /** What was done, as `user.role_changed`. */
  readonly action: string;
  /** To what, as `user:7`. */
  readonly subject: string;
  /** Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Writes down who did what, in the transaction that did it. */
export async function recordAudit(entry: AuditEntry, executor: Executor): Promise<void> {
  await executor.insert(auditLog).values({ ...entry, details: { ...entry.details } });
}
