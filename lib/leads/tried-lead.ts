import type { Stage } from "#lib/lifecycle/constants.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts } from "#lib/scoring/facts.ts";

/** A lead that a draft is tried on, and the rules in force. */
export type TriedLead = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly stage: Stage;
  /** What is known of it; null when it may not be scored. */
  readonly facts: Facts | null;
  /** The organisation's day of the scores in force, as an epoch day. */
  readonly day: number;
  /** The versions in force, in the order in which they are tried. */
  readonly models: readonly TriedModel[];
};

export type TriedModel = {
  readonly modelId: number;
  readonly versionId: number;
  readonly number: number;
  readonly definition: Definition;
};
