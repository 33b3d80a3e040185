import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";

/** CRMs that there is a door to; each is one file, named in `open-door.ts`. */
export const CRM_SYSTEMS = ["hubspot"] as const;
export type CrmSystem = (typeof CRM_SYSTEMS)[number];

/** What may be written to a contact in the CRM, each to a field that is the product's own there. */
export const PUSH_TARGETS = ["fit", "engagement", "combined", "cell", "reasons"] as const;
export type PushTarget = (typeof PUSH_TARGETS)[number];

/** A field of contacts as the CRM has it. */
export type CrmField = { readonly name: string; readonly label: string; readonly type: FieldType };

/** Somebody whom contacts may belong to in the CRM. */
export type CrmOwner = { readonly id: string; readonly name: string; readonly email: string | null };

/** The account that a token opens. */
export type CrmAccount = { readonly id: string; readonly name: string };

export type CrmContact = {
  readonly id: string;
  readonly email: string | null;
  /** Epoch milliseconds; null: the CRM does not say. */
  readonly createdAt: number | null;
  readonly ownerId: string | null;
  /** Whether the person said no to e-mail there. */
  readonly refusesEmail: boolean;
  /** By field name; a field that is empty there is absent. A date is an epoch day. */
  readonly values: Readonly<Record<string, FieldValue>>;
};

/** A deal that was decided. */
export type CrmDeal = {
  readonly id: string;
  readonly contactIds: readonly string[];
  readonly result: "won" | "lost";
  /** Epoch milliseconds; null: the CRM does not say. */
  readonly closedAt: number | null;
  /** In units of the currency (ISO 4217), as `1500.5`; null: the CRM names none. */
  readonly amount: number | null;
  readonly currency: string | null;
};

/**
 * A part of what changed in the CRM since a cursor. `cursor` says where the next page begins, also for another
 * process; behind the last page it is where the next round begins. A record may come twice, but none is left out.
 */
export type CrmPage<T> = { readonly records: readonly T[]; readonly cursor: string; readonly isLast: boolean };

/** New values of one contact; null empties a field, an absent one stays as it is. */
export type CrmUpdate = {
  readonly id: string;
  readonly values: { readonly [Target in PushTarget]?: string | number | null };
  readonly ownerId?: string;
};

/** A contact that was not updated: it is there no more, or the CRM refused the values. */
export type CrmFailure = { readonly id: string; readonly reason: "gone" | "refused"; readonly detail: string };

/**
 * What the product asks of any CRM: plain data in and out, opaque cursors. All calls may be repeated, keep to the
 * CRM's pace by themselves, and throw `CrmError`.
 */
export type CrmDoor = {
  readonly usualFields: UsualFields;
  readonly account: () => Promise<CrmAccount>;
  readonly listFields: () => Promise<readonly CrmField[]>;
  readonly listOwners: () => Promise<readonly CrmOwner[]>;
  /** Makes the product's own fields where they are not there. */
  readonly makeTargets: (targets: readonly PushTarget[], words: TargetWords) => Promise<void>;
  /** `cursor` null: all contacts. */
  readonly pullContacts: (asked: Asked & { readonly fields: readonly CrmField[] }) => Promise<CrmPage<CrmContact>>;
  readonly pullDeals: (asked: Asked) => Promise<CrmPage<CrmDeal>>;
  /** At most `MOST_AT_ONCE` contacts. */
  readonly push: (updates: readonly CrmUpdate[]) => Promise<readonly CrmFailure[]>;
};

type Asked = { readonly cursor: string | null };

/** How many contacts are written in one call. */
export const MOST_AT_ONCE = 100;

/** How a door is opened. */
export type CrmOpening = {
  readonly token: string;
  /** Of the organisation: in it, instants become days. */
  readonly timeZone: string;
  readonly signal?: AbortSignal;
  /** Instead of the CRM's own address. */
  readonly address?: string;
};

/** What the product's own fields are called in the CRM. */
export type TargetWords = Readonly<Record<PushTarget, string>>;

/** By field key of ours the CRM's field that usually means the same, to start a mapping from. */
export type UsualFields = Readonly<Record<string, string>>;
