import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { signOutAction } from "#app/(auth)/sign-in/actions.ts";
import { SignOutButton } from "#components/access/sign-out-button.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { homeOf } from "#lib/access/home.ts";

export const metadata: Metadata = { title: "Voorrang" };

/** For who signed in and has no role yet. */
export default async function WelcomePage() {
  const user = await requireUser();
  if (user.role !== null) redirect(homeOf(user.role));
  const [t, shell] = await Promise.all([getTranslations("auth.welcome"), getTranslations("shell")]);
  return (
    <>
      <h1 className="type-display">{t("title", { name: user.name })}</h1>
      <p className="type-prose mt-2 text-ink-2">{t("text")}</p>
      <div className="mt-6 flex gap-3">
        <Link href="/welcome" className={buttonClass("act")} prefetch={false}>
          {t("again")}
        </Link>
        <SignOutButton signOut={signOutAction}>{shell("signOut")}</SignOutButton>
      </div>
    </>
  );
}
