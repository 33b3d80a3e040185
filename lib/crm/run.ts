import { z } from "zod";
import type { CrmFailureReason } from "./crm-error.ts";

/** What a run did, counted. */
export const CRM_COUNTS = [
  "contacts",
  "created",
  "updated",
  "unknownOwners",
  "conflicts",
  "deals",
  "outcomes",
  "pushed",
  "gone",
  "refused",
] as const;
export type CrmCount = (typeof CRM_COUNTS)[number];
export type CrmCounts = Readonly<Record<CrmCount, number>>;

export const crmCountsSchema = z.record(z.enum(CRM_COUNTS), z.number());

export const NOTHING_DONE: CrmCounts = {
  contacts: 0,
  created: 0,
  updated: 0,
  unknownOwners: 0,
  conflicts: 0,
  deals: 0,
  outcomes: 0,
  pushed: 0,
  gone: 0,
  refused: 0,
};

export function addCrmCounts(counts: CrmCounts, more: Partial<CrmCounts>): CrmCounts {
  const sum = { ...counts };
  for (const name of CRM_COUNTS) sum[name] += more[name] ?? 0;
  return sum;
}

/** An exchange as it is shown; times in epoch milliseconds. */
export type ListedRun = {
  readonly runId: number;
  readonly startedAt: number;
  /** null: under way. */
  readonly finishedAt: number | null;
  readonly counts: CrmCounts;
  readonly failure: CrmFailureReason | null;
  readonly detail: string | null;
};

const MINUTE_MS = 60_000;
const EVERY_MS = 5 * MINUTE_MS;
const AFTER_FAILURE_MS = 15 * MINUTE_MS;
/** The clock of who asks for one may be ahead of the clock of who makes it. Less than the shortest wait. */
const CLOCKS_DIFFER_MS = MINUTE_MS;

/** When to exchange again, in milliseconds from now; null: not before somebody did something about it. */
export function nextRunMs(
  failure: { readonly reason: CrmFailureReason; readonly afterMs: number | null } | null,
): number | null {
  if (failure === null) return EVERY_MS;
  switch (failure.reason) {
    case "signed_out":
    case "sealed":
      return null;
    case "used_up":
    case "paced":
      return Math.max(failure.afterMs ?? AFTER_FAILURE_MS, EVERY_MS);
    case "not_allowed":
    case "refused":
    case "unreachable":
    case "failing":
    case "odd":
      return AFTER_FAILURE_MS;
  }
}

/** Whether what was asked for is still to be done; `nextAt` null: nothing is. */
export function isStillDue({ nextAt, at }: { readonly nextAt: Date | null; readonly at: Date }): boolean {
  return nextAt !== null && nextAt.getTime() <= at.getTime() + CLOCKS_DIFFER_MS;
}
