import type { Role, Viewer } from "./roles.ts";

/** What a person may be allowed to do. Which leads a reader sees by name is `visibleLeads`, not a permission. */
export const PERMISSIONS = [
  "work_leads",
  "view_leads",
  "flag_leads",
  "adjust_scores",
  "adjust_freely",
  "merge_leads",
  "manage_team",
  "view_matrix",
  "view_model",
  "edit_model",
  "sign_model",
  "publish_model",
  "arrange_models",
  "manage_sign_off",
  "view_performance",
  "hold_review",
  "import_data",
  "export_data",
  "manage_users",
  "manage_settings",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a page, action or endpoint asks for: a permission, a session of whatever role, or nothing. */
export type Access = Permission | "signed_in" | "public";

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  rep: ["work_leads", "view_leads", "flag_leads", "adjust_scores", "view_matrix", "view_model"],
  marketer: [
    "view_leads",
    "flag_leads",
    "adjust_scores",
    "adjust_freely",
    "merge_leads",
    "view_matrix",
    "view_model",
    "edit_model",
    "sign_model",
    "publish_model",
    "arrange_models",
    "view_performance",
    "hold_review",
    "import_data",
    "export_data",
  ],
  manager: [
    "work_leads",
    "view_leads",
    "flag_leads",
    "adjust_scores",
    "adjust_freely",
    "merge_leads",
    "manage_team",
    "view_matrix",
    "view_model",
    "sign_model",
    "arrange_models",
    "manage_sign_off",
    "view_performance",
    "hold_review",
    "export_data",
  ],
  admin: PERMISSIONS,
};

/** A role of null, until an admin gives one, may nothing. */
export function can(role: Role | null, permission: Permission): boolean {
  return role !== null && GRANTS[role].includes(permission);
}

/** Whether the caller may pass: `null` is nobody signed in. */
export function isGranted(caller: { readonly role: Role | null } | null, access: Access): boolean {
  if (access === "public") return true;
  if (caller === null) return false;
  return access === "signed_in" || can(caller.role, access);
}

/** Whether somebody may say when a person works: everybody of themselves, of others who leads the team. */
export function mayPlan(actor: Viewer, userId: number): boolean {
  return actor.userId === userId || can(actor.role, "manage_team");
}
