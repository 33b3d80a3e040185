import { asc, desc, eq, gte, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { leads, modelReviews, reviewActions, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { ReviewAction } from "#lib/performance/review/review.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = { readonly viewer: Viewer /** Done ones from then on are shown as well. */; readonly doneSince: Date };

/** What was decided and is open, by the day it is due, and then what was done lately. */
export async function listReviewActions(
  { viewer, doneSince }: Query,
  executor: Executor = db,
): Promise<ReviewAction[]> {
  const owner = alias(users, "owner");
  const decider = alias(users, "decider");
  const rows = await executor
    .select({
      actionId: reviewActions.id,
      body: reviewActions.body,
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      decidedAt: reviewActions.decidedAt,
      decidedBy: decider.name,
      owner: owner.name,
      dueOn: reviewActions.dueOn,
      doneAt: reviewActions.doneAt,
    })
    .from(reviewActions)
    .leftJoin(leads, sql`${leads.id} = ${reviewActions.leadId} and ${visibleLeads(viewer)}`)
    .leftJoin(owner, eq(owner.id, reviewActions.ownerId))
    .leftJoin(decider, eq(decider.id, reviewActions.decidedBy))
    .where(or(isNull(reviewActions.doneAt), gte(reviewActions.doneAt, doneSince)))
    .orderBy(
      sql`${reviewActions.doneAt} is not null`,
      desc(reviewActions.doneAt),
      asc(reviewActions.dueOn),
      asc(reviewActions.id),
    );
  return rows.map(({ leadId, firstName, lastName, email, decidedAt, doneAt, ...row }) => ({
    ...row,
    lead: leadId === null ? null : { leadId, name: leadName({ firstName, lastName, email }) },
    decidedAt: decidedAt.getTime(),
    doneAt: doneAt?.getTime() ?? null,
  }));
}

export type HeldReview = {
  /** The first day of the quarter. */
  readonly quarter: number;
  readonly heldAt: Date;
  readonly heldBy: string | null;
  readonly conclusion: string;
};

/** The reviews of the models that were held, the newest first. */
export async function listModelReviews(executor: Executor = db): Promise<HeldReview[]> {
  return executor
    .select({
      quarter: modelReviews.quarter,
      heldAt: modelReviews.heldAt,
      heldBy: users.name,
      conclusion: modelReviews.conclusion,
    })
    .from(modelReviews)
    .leftJoin(users, eq(users.id, modelReviews.heldBy))
    .orderBy(desc(modelReviews.quarter));
}
