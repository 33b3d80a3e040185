import { isColumnField } from "#lib/leads/editable-fields.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { changedValues, changesStanding, type LeadChange, type LeadState, type ValueChange } from "./fold.ts";
import type { OutcomeRow, PermissionRow } from "./row.ts";

/** What applying a file's word on a lead changes. */
export type ChangedLead = {
  readonly leadId: number;
  readonly state: LeadState;
  readonly changes: readonly ValueChange[];
  /** New values of fields with a column, and of the organisation's own. */
  readonly columns: Readonly<Record<string, FieldValue>>;
  readonly own: Readonly<Record<string, FieldValue>>;
  readonly permissions: PermissionRow;
  readonly ownerId: number | null;
  readonly accountId: number | null;
  /** Epoch milliseconds; null unless the lead came to be earlier than was known. */
  readonly createdAt: number | null;
  readonly outcomes: readonly OutcomeRow[];
};

type Said = { readonly leadId: number; readonly state: LeadState; readonly change: LeadChange };

/** null: the file says what is stored. */
export function differenceOf({ leadId, state, change }: Said): ChangedLead | null {
  const changes = changedValues(state.values, change.values);
  const outcomes = change.outcomes.filter(({ id }) => !state.outcomeIds.includes(id));
  if (changes.length === 0 && outcomes.length === 0 && !changesStanding(state, change)) return null;
  const entries = changes.map(({ field, value }) => [field, value] as const);
  return {
    leadId,
    state,
    changes,
    columns: Object.fromEntries(entries.filter(([field]) => isColumnField(field))),
    own: Object.fromEntries(entries.filter(([field]) => !isColumnField(field))),
    permissions: change.permissions,
    ownerId: change.ownerId,
    accountId: change.accountId,
    createdAt: change.createdAt !== null && change.createdAt < state.createdAt ? change.createdAt : null,
    outcomes,
  };
}
