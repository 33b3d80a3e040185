import { addWorkingMinutes, type WorkingTime } from "#lib/working-time/working-time.ts";
import type { Routing } from "./rules.ts";

type Waiting = { readonly since: number; readonly at: number };

/** Whether a lead that waits for an owner since an instant has waited as long as the rule allows, to the minute. */
export function isOverdue(
  { since, at }: Waiting,
  { waitMinutes }: Pick<Routing, "waitMinutes">,
  workingTime: WorkingTime,
): boolean {
  // Working minutes are never quicker than the clock: most that wait need no calendar.
  return at - since >= waitMinutes * 60_000 && addWorkingMinutes(since, waitMinutes, workingTime) <= at;
}
