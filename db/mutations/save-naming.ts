import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockEventTypes } from "#db/locks.ts";
import { findNewestNaming } from "#db/queries/naming.ts";
import { listUsedEventTypes } from "#db/queries/used-event-types.ts";
import { eventTypes, namings } from "#db/schema/index.ts";
import { labelOfKey } from "#lib/events/label.ts";
import { isSame } from "#lib/model/same.ts";
import type { Naming } from "#lib/naming/naming.ts";
import { namingProblems } from "#lib/naming/problems.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

export type SaveNaming = {
  readonly naming: Naming;
  /** What types that are not there yet are called, by key; others take their key for a name. */
  readonly labels: Readonly<Record<string, Label>>;
  /** What the person began with: a newer one is a conflict. */
  readonly seenId: number | null;
  readonly actorId: number;
  readonly at: Date;
};

/**
 * Says anew which stored events count as which type, and asks for the pass that reads the past so; the scores in force
 * stay until then. A type that any version of a model uses keeps the events of its own name.
 */
export async function saveNaming(
  { naming, labels, seenId, actorId, at }: SaveNaming,
  executor: Executor = db,
): Promise<Result<{ namingId: number | null }>> {
  return executor.transaction(async (tx) => {
    await lockEventTypes(tx);
    const stored = await findNewestNaming(tx);
    if (stored.namingId !== seenId) return refuse("conflict", { reason: "naming_changed" });
    if (isSame(stored.naming, naming)) return ok({ namingId: seenId });
    const [problem] = namingProblems(naming, { usedTypes: await listUsedEventTypes(tx) });
    if (problem) {
      const params = { name: naming[problem.index]?.name ?? "" };
      return refuse("invalid_input", { reason: `naming_${problem.code}`, params });
    }
    await keepTypes([...new Set(naming.map(({ type }) => type))].sort());
    const [saved] = await tx
      .insert(namings)
      .values({ rules: naming, createdAt: at, createdBy: actorId })
      .returning({ id: namings.id });
    if (!saved) throw new Error("The naming was not stored.");
    await enqueueJob({ queue: "build-generation", data: {} }, tx);
    const details = { namingId: saved.id, rules: naming.length };
    await recordAudit({ at, actorId, action: "naming.saved", subject: `naming:${saved.id}`, details }, tx);
    return ok({ namingId: saved.id });

    async function keepTypes(keys: readonly string[]): Promise<void> {
      if (keys.length === 0) return;
      const called = new Map(Object.entries(labels));
      await tx
        .insert(eventTypes)
        .values(keys.map((key) => ({ key, label: called.get(key) ?? labelOfKey(key), createdAt: at })))
        .onConflictDoUpdate({ target: eventTypes.key, set: { isRaw: false }, setWhere: sql`${eventTypes.isRaw}` });
    }
  });
}
