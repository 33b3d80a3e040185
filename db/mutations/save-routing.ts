import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findRouting } from "#db/queries/routing.ts";
import { routing as table, users } from "#db/schema/index.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { routingProblems } from "#lib/routing/problems.ts";
import type { Routing } from "#lib/routing/rules.ts";
import { recordAudit } from "./record-audit.ts";

export type SaveRouting = {
  readonly routing: Routing;
  /** What the person began with: a newer one is a conflict. */
  readonly seenRevision: number;
  readonly actorId: number;
  readonly at: Date;
};

/** Puts the rules by which leads find an owner into force, for who is handed over from now on. Gives their revision. */
export async function saveRouting(
  { routing, seenRevision, actorId, at }: SaveRouting,
  executor: Executor = db,
): Promise<Result<{ revision: number }>> {
  return executor.transaction(async (tx) => {
    const stored = await findRouting(tx);
    if (stored.revision !== seenRevision) return refuse("conflict", { reason: "routing_changed" });
    const { fields } = toScoringCatalogue(await readModelCatalogue(tx));
    if (routingProblems(routing, fields).length > 0) return refuse("invalid_input", { reason: "routing_invalid" });
    if (!(await areActive(routing, tx))) return refuse("conflict", { reason: "routing_people" });
    const { rules, waitMinutes, fallbackUserId } = routing;
    const revision = seenRevision + 1;
    const values = { revision, rules, waitMinutes, fallbackUserId, updatedAt: at };
    const saved = await tx
      .insert(table)
      .values(values)
      .onConflictDoUpdate({ target: table.id, set: values, setWhere: eq(table.revision, seenRevision) })
      .returning({ revision: table.revision });
    // Two at once saw the same: the second waited here and finds another revision.
    if (saved.length === 0) return refuse("conflict", { reason: "routing_changed" });
    const details = { revision, rules: rules.map(({ name }) => name), waitMinutes, fallbackUserId };
    await recordAudit({ at, actorId, action: "routing.saved", subject: "routing", details }, tx);
    return ok({ revision });
  });
}

/** Whether everybody who is named may sign in, reps for the rules and who works leads to fall back on. */
async function areActive({ rules, fallbackUserId }: Routing, executor: Executor): Promise<boolean> {
  const named = [...new Set(rules.flatMap(({ userIds }) => userIds))];
  const asked = fallbackUserId === null ? named : [...named, fallbackUserId];
  if (asked.length === 0) return true;
  const found = await executor
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(inArray(users.id, asked), isNull(users.disabledAt), inArray(users.role, ["rep", "manager", "admin"])));
  const roles = new Map(found.map(({ id, role }) => [id, role] as const));
  return named.every((id) => roles.get(id) === "rep") && (fallbackUserId === null || roles.has(fallbackUserId));
}
