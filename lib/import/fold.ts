import { z } from "zod";
import { COLUMN_OF } from "#lib/leads/editable-fields.ts";
import { isSame } from "#lib/model/same.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { outcomeRowSchema, type PermissionRow, type Values } from "./row.ts";

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]);

/** What rows of a file say of one lead, folded: of two values of a field the later row's counts. */
export const leadChangeSchema = z
  .object({
    values: z.record(z.string(), valueSchema).readonly(),
    permissions: z
      .object({ mayCall: z.boolean().optional(), mayEmail: z.boolean().optional(), mayScore: z.boolean().optional() })
      .readonly(),
    /** Epoch milliseconds; the earliest that any row says. */
    createdAt: z.number().nullable(),
    ownerId: z.number().nullable(),
    accountId: z.number().nullable(),
    outcomes: z.array(outcomeRowSchema).readonly(),
  })
  .readonly();
export type LeadChange = z.infer<typeof leadChangeSchema>;

/** What rows of a file say of one account, folded alike. */
export const accountChangeSchema = z.record(z.string(), valueSchema).readonly();

/** A lead as it is stored; `values` by field key, its own fields and the columns alike. */
export type LeadState = Required<PermissionRow> & {
  readonly values: Readonly<Record<string, FieldValue | null>>;
  readonly createdAt: number;
  readonly ownerId: number | null;
  readonly accountId: number | null;
  readonly outcomeIds: readonly string[];
};

/** Two rows about one lead as one change: the later row has the last word on what both say. */
export function foldLead(earlier: LeadChange, later: LeadChange): LeadChange {
  return {
    values: { ...earlier.values, ...later.values },
    permissions: { ...earlier.permissions, ...later.permissions },
    createdAt: earliest(earlier.createdAt, later.createdAt),
    ownerId: later.ownerId ?? earlier.ownerId,
    accountId: later.accountId ?? earlier.accountId,
    outcomes: [
      ...earlier.outcomes,
      ...later.outcomes.filter(({ id }) => earlier.outcomes.every((known) => known.id !== id)),
    ],
  };
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/** A field with the value it had and the one it gets. */
export type ValueChange = { readonly field: string; readonly before: FieldValue | null; readonly value: FieldValue };

/** Fields of which a file says something else than what is stored. */
export function changedValues(stored: LeadState["values"], said: Values): ValueChange[] {
  return Object.entries(said).flatMap(([field, value]) => {
    const before = stored[field] ?? null;
    return isSame(before, value) ? [] : [{ field, before, value }];
  });
}

/** Whether a file says something else of any field than what is stored. */
export function changesValues(stored: LeadState["values"], said: Values): boolean {
  for (const field in said) if (!isSame(stored[field] ?? null, said[field])) return true;
  return false;
}

/** Whether a file says anything of a lead that is not stored. */
export function saysMore(state: LeadState, change: LeadChange): boolean {
  return (
    changesValues(state.values, change.values) ||
    changesStanding(state, change) ||
    change.outcomes.some(({ id }) => !state.outcomeIds.includes(id))
  );
}

/** Whether owner, company, permissions or the day the lead came to be change. */
export function changesStanding(state: LeadState, { permissions, ownerId, accountId, createdAt }: LeadChange): boolean {
  const { mayCall = state.mayCall, mayEmail = state.mayEmail, mayScore = state.mayScore } = permissions;
  return (
    mayCall !== state.mayCall ||
    mayEmail !== state.mayEmail ||
    mayScore !== state.mayScore ||
    (ownerId ?? state.ownerId) !== state.ownerId ||
    (accountId ?? state.accountId) !== state.accountId ||
    (createdAt ?? state.createdAt) < state.createdAt
  );
}

/** Field keys of a lead that have a column of their own. */
export const LEAD_COLUMN_FIELDS = Object.keys(COLUMN_OF);
