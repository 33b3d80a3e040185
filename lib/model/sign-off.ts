import { can } from "#lib/access/permissions.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** The two who agree on a model before it is published. */
export const SIDES = ["marketing", "sales"] as const;
export type Side = (typeof SIDES)[number];

/** A signature on a draft, with what the draft said when it was given. `at` is an ISO text. */
export type Signature = {
  readonly side: Side;
  readonly userId: number;
  readonly name: string;
  readonly at: string;
  /** SHA-256 of the definition in its canonical form. */
  readonly contentHash: string;
  readonly definition: Definition;
};

/** `void`: it was given on something else than the draft says now. */
export type Signed = { readonly state: "open" } | { readonly state: "valid" | "void"; readonly signature: Signature };

export type SignOff = Readonly<Record<Side, Signed>>;

/** A marketer signs for marketing, a manager for sales; an admin for either, never both. */
export function sidesOf(role: Role | null): readonly Side[] {
  switch (role) {
    case "marketer":
      return ["marketing"];
    case "manager":
      return ["sales"];
    case "admin":
      return SIDES;
    default:
      return [];
  }
}

/**
 * Whether a role may say which models score, and in what order. That decides scores as much as their points do, and nobody
 * signs for it: while a model needs two signatures it is for who may switch that off.
 */
export function mayArrange(role: Role | null, isSignOffRequired: boolean): boolean {
  return can(role, "arrange_models") && (!isSignOffRequired || can(role, "manage_sign_off"));
}

/** How it stands with both signatures; `holds` says whether one is on what the draft says now. */
export function signOffOf(signatures: readonly Signature[], holds: (signature: Signature) => boolean): SignOff {
  const of = (side: Side): Signed => {
    const signature = signatures.find((each) => each.side === side);
    return signature ? { state: holds(signature) ? "valid" : "void", signature } : { state: "open" };
  };
  return { marketing: of("marketing"), sales: of("sales") };
}

export function isSignedOff(signOff: SignOff): boolean {
  return SIDES.every((side) => signOff[side].state === "valid");
}

/** The sides that a person may sign for now: two signatures are of two people. */
export function sidesToSign(signOff: SignOff, { userId, role }: { userId: number; role: Role | null }): Side[] {
  const hasSigned = SIDES.some((side) => {
    const signed = signOff[side];
    return signed.state === "valid" && signed.signature.userId === userId;
  });
  return hasSigned ? [] : sidesOf(role).filter((side) => signOff[side].state !== "valid");
}
