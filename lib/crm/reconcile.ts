import { isSame } from "#lib/model/same.ts";
import type { CrmSide } from "./settings.ts";

/** A value on both sides as they stood when they were last compared. */
export type LastSeen<T> = { readonly here: T | null; readonly there: T | null };

type Reconciling<T> = {
  /** null: it is empty here. */
  readonly here: T | null;
  /** null: it is empty in the CRM. */
  readonly there: T | null;
  /** null: the two never met. */
  readonly seen: LastSeen<T> | null;
  readonly winner: CrmSide;
};

/**
 * What comes of a value that two systems keep. Who changed it alone since they last met is right; when both did, it is
 * a conflict, which the chosen side wins. At their first meeting what is empty is filled, and else the chosen side is
 * right. What is empty in the CRM never empties anything here.
 */
export function reconcile<T>({ here, there, seen, winner }: Reconciling<T>): {
  readonly takes: boolean;
  readonly isConflict: boolean;
} {
  if (there === null || isSame(here, there)) return { takes: false, isConflict: false };
  if (seen === null) return { takes: here === null || winner === "crm", isConflict: false };
  if (isSame(seen.there, there)) return { takes: false, isConflict: false };
  if (isSame(seen.here, here)) return { takes: true, isConflict: false };
  return { takes: winner === "crm", isConflict: true };
}
