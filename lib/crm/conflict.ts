import { z } from "zod";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { CrmSide } from "./settings.ts";

export const fieldValueSchema = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])
  .nullable();

/** What both sides changed since they last met. */
export type ListedConflict = {
  readonly leadId: number;
  readonly conflictId: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  /** A field's key; `owner` for the owner, whose values are names. */
  readonly field: string;
  readonly before: FieldValue | null;
  readonly here: FieldValue | null;
  readonly there: FieldValue | null;
  readonly winner: CrmSide;
};
