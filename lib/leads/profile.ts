import type { Stage } from "#lib/lifecycle/constants.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** Who a lead is; no score in it. */
export type LeadProfile = {
  readonly leadId: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Where that leads, as a `tel:` address; null where it is not sure whom it would reach. */
  readonly dial: string | null;
  readonly jobTitle: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly source: string | null;
  readonly owner: { readonly userId: number; readonly name: string } | null;
  readonly stage: Stage;
  /** Epoch milliseconds. */
  readonly stageEnteredAt: number;
  /** Epoch day. */
  readonly returnsOn: number | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly createdAt: number;
  readonly account: {
    readonly accountId: number;
    readonly name: string;
    readonly industry: string | null;
    readonly employees: number | null;
    readonly city: string | null;
  } | null;
  /** What its sources call it, by name of the source. */
  readonly externalIds: readonly { readonly source: string; readonly value: string }[];
  /** Everything known of lead and account, by field key. */
  readonly fields: Readonly<Record<string, FieldValue | null>>;
};

/** Another person at the same account. */
export type Colleague = {
  readonly leadId: number;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly cell: string | null;
  /** Centipoints; null without a score. */
  readonly combined: number | null;
};
