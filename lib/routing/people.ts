import type { ListedUser } from "#lib/access/listed-user.ts";
import { can } from "#lib/access/permissions.ts";

/** Somebody as the settings of routing know them. */
export type RoutingPerson = {
  readonly userId: number;
  readonly name: string;
  /** Calls a day. */
  readonly dailyCapacity: number;
  /** Whether they work today, and whether they are away while others do. */
  readonly isAtWork: boolean;
  readonly isAway: boolean;
  /** Whether rules may give them leads: reps who may sign in. */
  readonly mayGet: boolean;
  /** Whether they may get what nobody else could: who works leads. */
  readonly mayFallBack: boolean;
};

/** Everybody, so that who was named once and is gone still has a name. */
export function routingPeople(users: readonly ListedUser[], atWork: readonly number[]): RoutingPerson[] {
  return users.map(({ userId, name, role, dailyCapacity, isDisabled }) => ({
    userId,
    name,
    dailyCapacity,
    isAtWork: atWork.includes(userId),
    isAway: atWork.length > 0 && !atWork.includes(userId),
    mayGet: role === "rep" && !isDisabled,
    mayFallBack: can(role, "work_leads") && !isDisabled,
  }));
}
