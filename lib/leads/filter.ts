import { STAGES, type Stage } from "#lib/lifecycle/constants.ts";

/** "open" are the stages in which a lead may still be worked: the default everywhere. */
export const STAGE_FILTERS = ["open", "any", ...STAGES] as const;
export type StageFilter = "open" | "any" | Stage;

/** Which leads; null is no condition, an empty text asks for leads without that value. */
export type LeadFilter = {
  readonly country: string | null;
  readonly source: string | null;
  readonly owner: number | "none" | null;
  readonly stage: StageFilter;
};

/** What the list of leads can ask for besides. */
export type ListFilter = LeadFilter & {
  /** Each word must be found in the name, the e-mail address or the company. */
  readonly search: string;
  readonly cell: string | null;
  /** Only leads without a score. */
  readonly isUnscored: boolean;
};

export const ANY_LEAD: LeadFilter = { country: null, source: null, owner: null, stage: "any" };
