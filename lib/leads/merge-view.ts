import type { Stage } from "#lib/lifecycle/constants.ts";
import type { StoredScore } from "#lib/model/scorer.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { MergeCause } from "./merge-cause.ts";

/** Why another record may be about the same person. */
export type CandidateReason = "name_and_company" | "phone";

export type MergeCandidate = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly reasons: readonly CandidateReason[];
};

/** What of a lead goes with it. */
export type LeadCounts = {
  readonly events: number;
  readonly touches: number;
  readonly outcomes: number;
  readonly adjustments: number;
};

/** In centipoints. */
export type MergeScore = Pick<StoredScore, "fit" | "engagement" | "combined" | "cell">;

export type MergeSide = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** null: it has none. */
  readonly score: MergeScore | null;
  readonly stage: Stage;
  readonly owner: string | null;
  readonly createdAt: number;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly counts: LeadCounts;
};

/** What a merge would make of two leads. */
export type MergePreview = {
  readonly kept: MergeSide;
  readonly merged: MergeSide;
  readonly result: Omit<MergeSide, "leadId" | "counts" | "name">;
  /** Fields that the lead that stays has from the other. */
  readonly filled: readonly { readonly key: string; readonly value: FieldValue }[];
};

/** A record that went into a lead. */
export type DoneMerge = {
  readonly mergeId: number;
  readonly mergedId: number;
  readonly at: number;
  readonly cause: MergeCause;
  readonly actor: string | null;
};
