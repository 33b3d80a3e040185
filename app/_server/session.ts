import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { findSession } from "#db/queries/sessions.ts";
import { can, type Permission } from "#lib/access/permissions.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { now } from "#lib/clock.ts";
import { PATH_HEADER } from "#lib/security/path-header.ts";
import { readSessionHash } from "./session-cookie.ts";

export type { SessionUser } from "#lib/access/session-user.ts";

/** Who is signed in; null without a session that still holds. Looked up once a request, never remembered longer. */
export const findSessionUser = cache(async (): Promise<SessionUser | null> => {
  const idHash = await readSessionHash();
  return idHash === null ? null : findSession({ idHash, at: now() });
});

/**
 * Who is signed in, for a page: sends everybody else to sign in and back, and tells those without the
 * permission so, at the same address. Without a permission named, whoever is signed in passes.
 */
export async function requireUser(permission?: Permission): Promise<SessionUser> {
  const user = await findSessionUser();
  if (!user) {
    const path = (await headers()).get(PATH_HEADER) ?? "/";
    redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  if (permission && !can(user.role, permission)) user.role === null ? redirect("/welcome") : forbidden();
  return user;
}
