import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can, type Permission } from "#lib/access/permissions.ts";
import { requireUser } from "./session.ts";

/**
 * The title of a page that needs a permission. Who lacks it reads what the page then says: a title
 * that is refused instead would be that of a page that does not exist.
 */
export function titleFor<Props>(permission: Permission, nameOf: (props: Props) => Promise<string>) {
  return async (props: Props): Promise<Metadata> => {
    const { role } = await requireUser();
    if (can(role, permission)) return { title: await nameOf(props) };
    return { title: (await getTranslations("auth.noPermission"))("title") };
  };
}
