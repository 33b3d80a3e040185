import { z } from "zod";

/** A stored score that is another than the facts give, one that is not there, and one that should not be. */
export const FAULT_KINDS = ["difference", "missing", "surplus"] as const;

const scoreSchema = z.object({ combined: z.int(), cell: z.string() }).nullable();

/** Faults as they are kept; scores in centipoints, null where there is none. */
export const faultsSchema = z.array(
  z.object({ leadId: z.int(), kind: z.enum(FAULT_KINDS), stored: scoreSchema, computed: scoreSchema }),
);
export type Fault = z.output<typeof faultsSchema>[number];

/** What came of recomputing every stored score from stored facts. */
export type Verification = {
  readonly leads: number;
  readonly differences: number;
  readonly missing: number;
  readonly surplus: number;
  /** Leads whose facts changed and that are still to be scored: no faults. */
  readonly due: number;
  /** The first faults by lead id. */
  readonly faults: readonly Fault[];
};

export function faultsOf({ differences, missing, surplus }: Omit<Verification, "leads" | "due" | "faults">): number {
  return differences + missing + surplus;
}
