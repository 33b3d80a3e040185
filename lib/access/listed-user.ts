import type { Role } from "./roles.ts";

/** A user as the list of an admin shows them. */
export type ListedUser = {
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  /** Calls a day. */
  readonly dailyCapacity: number;
  /** Whether the user can sign in: has a password, or an account at the OpenID Connect provider. */
  readonly hasJoined: boolean;
  readonly isDisabled: boolean;
};

export type UserState = "disabled" | "invited" | "waiting" | "active";

/** How it stands with a user's access, in one word. */
export function stateOf({ role, hasJoined, isDisabled }: ListedUser): UserState {
  if (isDisabled) return "disabled";
  if (!hasJoined) return "invited";
  return role === null ? "waiting" : "active";
}
