import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { buttonClass } from "#components/ui/button.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";
import { homeOf } from "#lib/access/home.ts";

/** What stands at the address of a page that the reader's role does not reach. */
export default async function ForbiddenPage() {
  const user = await requireUser();
  if (user.role === null) redirect("/welcome");
  const [t, roles] = await Promise.all([getTranslations("auth.noPermission"), getTranslations("shell.roles")]);
  return (
    <MessagePage
      title={t("title")}
      action={
        <Link href={homeOf(user.role)} className={buttonClass()}>
          {t("home")}
        </Link>
      }
    >
      <p>{t("text", { role: roles(user.role).toLowerCase() })}</p>
    </MessagePage>
  );
}
