import type { Disposition, KeyedDisposition, TouchKind } from "./constants.ts";
import { attemptOf, type Outcome } from "./outcome.ts";

/** What is allowed with a lead. */
export type Permissions = { readonly mayCall: boolean; readonly mayEmail: boolean };
export type Reach = Permissions & { readonly phone: string | null; readonly email: string | null };

const DECISIONS = ["accepted", "rejected", "snoozed"] as const satisfies readonly KeyedDisposition[];

/**
 * The outcomes to offer for a lead, the likeliest first. Without a number one writes; whoever asks
 * for it at the switchboard calls all the same. Who may not be called cannot have been.
 */
export function offeredDispositions({ mayCall, mayEmail, phone, email }: Reach): readonly KeyedDisposition[] {
  const written = mayEmail && email !== null ? (["emailed"] as const) : [];
  if (!mayCall) return [...written, ...DECISIONS];
  return [...(phone === null ? written : []), "called", "no_answer", ...DECISIONS];
}

/** Why an outcome cannot be of a lead; null when it can. */
export function whyImpossible(disposition: Disposition, { mayCall, mayEmail }: Permissions) {
  if ((disposition === "called" || disposition === "no_answer") && !mayCall) return "may_not_call" as const;
  if (disposition === "emailed" && !mayEmail) return "may_not_email" as const;
  return null;
}

/** Whatever is decided of who may not be called is no attempt to call. */
export function touchKindOf(outcome: Outcome, { mayCall }: Pick<Permissions, "mayCall">): TouchKind {
  const kind = attemptOf(outcome);
  return kind === "call" && !mayCall ? "note" : kind;
}
