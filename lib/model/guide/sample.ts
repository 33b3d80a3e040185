import type { Facts } from "#lib/scoring/facts.ts";

/** A lead as the guide looks at it. */
export type SampledLead = {
  readonly leadId: number;
  readonly facts: Facts;
  /** When it became a customer; what it did later says nothing about who will. null: it is none, or that is not known. */
  readonly wonAt: number | null;
};

/** Leads that the guide is drawn from: some of all, and of those that became customers. */
export type GuideSample = {
  readonly all: readonly SampledLead[];
  readonly customers: readonly SampledLead[];
  /** How many there are of either. */
  readonly leads: number;
  readonly won: number;
  /** Leads that come in a week, on average; null before there are some of a few weeks. */
  readonly arrivalsPerWeek: number | null;
  /** Why sales gave leads back, the most frequent first. */
  readonly rejections: readonly { readonly reason: string; readonly leads: number }[];
};

/** How many of the leads looked at share something, and of the customers looked at. */
export type Shared = {
  /** 0 to 1. */
  readonly ofAll: number;
  /** 0 to 1; null where nobody became a customer yet. */
  readonly ofCustomers: number | null;
};

/** How much more frequent it is among customers; null where that cannot be said. */
export function liftOf({ ofAll, ofCustomers }: Shared): number | null {
  return ofCustomers === null || ofAll === 0 ? null : ofCustomers / ofAll;
}
