import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { reviewActions, users } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type DecideAction = {
  readonly body: string;
  /** The lead that it came up with; null: none in particular. */
  readonly leadId: number | null;
  /** Who does it, by which day. */
  readonly ownerId: number;
  readonly dueOn: number;
  /** Nothing falls due before it was decided. */
  readonly today: number;
  readonly actorId: number;
  readonly at: Date;
};

/** Writes down what marketing and sales decided to do. */
export async function decideAction(
  { actorId, at, today, ...decided }: DecideAction,
  executor: Executor = db,
): Promise<Result<{ readonly actionId: number }>> {
  if (decided.dueOn < today) return refuse("invalid_input", { fields: { dueOn: "due_in_past" } });
  return executor.transaction(async (tx) => {
    const [owner] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, decided.ownerId), isNull(users.disabledAt), isNotNull(users.role)))
      .for("share");
    if (!owner) return refuse("invalid_input", { fields: { ownerId: "unknown_user" } });
    const [row] = await tx
      .insert(reviewActions)
      .values({ ...decided, decidedAt: at, decidedBy: actorId })
      .returning({ id: reviewActions.id });
    if (!row) throw new Error("The action was not stored.");
    const details = { ownerId: decided.ownerId, leadId: decided.leadId };
    await recordAudit(
      { at, actorId, action: "review.action_decided", subject: `review_action:${row.id}`, details },
      tx,
    );
    return ok({ actionId: row.id });
  });
}
