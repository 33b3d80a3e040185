export const ROLES = ["rep", "marketer", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. A role of null may sign in and sees that an admin has to give one. */
export type Viewer = { readonly userId: number; readonly role: Role | null };

/** Reps see their own and unassigned leads; the others see all. */
export function seesAllLeads(role: Role | null): boolean {
  return role === "marketer" || role === "manager" || role === "admin";
}
