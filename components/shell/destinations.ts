import { can, type Permission } from "#lib/access/permissions.ts";
import type { Role } from "#lib/access/roles.ts";

type Destination = { href: string; key: string; permission: Permission; shortcut: string };

/** The pages of the masthead, in its order; `key` names them in the catalogue under `shell.nav`. */
const DESTINATIONS = [
  { href: "/today", key: "today", permission: "work_leads", shortcut: "T" },
  { href: "/matrix", key: "matrix", permission: "view_matrix", shortcut: "M" },
  { href: "/leads", key: "leads", permission: "view_leads", shortcut: "L" },
  { href: "/model", key: "model", permission: "view_model", shortcut: "O" },
  { href: "/performance", key: "performance", permission: "view_performance", shortcut: "P" },
  { href: "/data", key: "data", permission: "import_data", shortcut: "D" },
] as const satisfies readonly Destination[];

/** The pages that a role may see; none without a role. */
export function destinationsOf(role: Role | null) {
  return DESTINATIONS.filter(({ permission }) => can(role, permission));
}
