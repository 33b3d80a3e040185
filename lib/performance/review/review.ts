import { parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import type { RejectionReason, Stage } from "#lib/lifecycle/constants.ts";

/** Days that a meeting looks back: two weeks, as it is held, four, or a quarter. */
export const REVIEW_SPANS = ["14", "28", "91"] as const;

/** What the page asks for, as it stands in the address. */
export const reviewParams = {
  days: parseAsStringLiteral(REVIEW_SPANS).withDefault("14"),
  /** The lead that something is to be decided about. */
  lead: parseAsInteger,
};

/** A score as it stood when something happened, in centipoints. */
export type ScoreOfThen = { readonly combined: number; readonly cell: string };

/** A lead that sales gave back, or lost. Instants are epoch milliseconds. */
export type GivenBack = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly at: number;
  readonly stage: Extract<Stage, "recycled" | "disqualified" | "lost">;
  readonly reason: RejectionReason | null;
  readonly note: string;
  /** Who did; null: somebody who left, another program, or nobody. */
  readonly by: string | null;
  /** null without a score. */
  readonly score: ScoreOfThen | null;
};

/** What was decided. */
export type ReviewAction = {
  readonly actionId: number;
  readonly body: string;
  /** null: none in particular, or a record that is no more. */
  readonly lead: { readonly leadId: number; readonly name: string | null } | null;
  readonly decidedAt: number;
  readonly decidedBy: string | null;
  readonly owner: string | null;
  /** An epoch day. */
  readonly dueOn: number;
  readonly doneAt: number | null;
};

/** The longest text of an action, or of what a review came to. */
export const LONGEST_DECISION = 1_000;
