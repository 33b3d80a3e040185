import type { ReactNode } from "react";
import type { Permission } from "#lib/access/permissions.ts";
import { requireUser } from "./session.ts";

/**
 * A layout around pages that need a permission: it asks before their loading state is sent, and with that
 * the status of the answer. Each page asks again, since going from one to another renders no layout they share.
 */
export function areaFor(permission: Permission) {
  return async function Area({ children }: { children: ReactNode }) {
    await requireUser(permission);
    return children;
  };
}
