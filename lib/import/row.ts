import { z } from "zod";
import type { LeadIdentity } from "#lib/leads/identity.ts";
import { OUTCOME_RESULTS } from "#lib/lifecycle/constants.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** Values by field key; a field that the row says nothing of is absent. */
export type Values = Readonly<Record<string, FieldValue>>;

/** What a row says of the company, keyed with `account.` in front as everywhere. */
export type AccountRow = { readonly values: Values };

export type PermissionRow = { readonly mayCall?: boolean; readonly mayEmail?: boolean; readonly mayScore?: boolean };

/** What a row of a leads file says. */
export type LeadRow = {
  /** At least one; the first that is known decides. */
  readonly identities: readonly LeadIdentity[];
  readonly values: Values;
  readonly account: AccountRow | null;
  readonly permissions: PermissionRow;
  /** Epoch milliseconds; null: the file does not say. */
  readonly createdAt: number | null;
  /** A user's e-mail in lower case; null: none named. */
  readonly owner: string | null;
  readonly outcome: OutcomeRow | null;
};

export const outcomeRowSchema = z
  .object({
    id: z.string(),
    result: z.enum(OUTCOME_RESULTS),
    /** Epoch milliseconds; null: the file does not say. */
    at: z.number().nullable(),
    valueMinor: z.number().nullable(),
    /** null exactly when there is no value. */
    currency: z.string().nullable(),
  })
  .readonly();
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;

export type EventRow = {
  readonly type: string;
  /** As the file writes it. */
  readonly time: string;
  readonly occurredAt: number;
  readonly claimedAt: number | null;
  readonly asset: string | null;
  readonly properties: Values | null;
  /** Of the event at its source; else of what it says: the id of its first occurrence. */
  readonly id: string;
  /** Whether more events that say the same are events of their own. */
  readonly isCounted: boolean;
};

/** What a row of an events file says: of whom, and the events it stands for. */
export type EventsRow = { readonly identities: readonly LeadIdentity[]; readonly events: readonly EventRow[] };

/** What a row of an outcomes file says. */
export type OutcomesRow = { readonly identities: readonly LeadIdentity[]; readonly outcome: OutcomeRow };
