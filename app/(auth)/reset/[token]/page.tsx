import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "#components/access/choose-password-form.tsx";
import { LinkGone } from "#components/access/link-gone.tsx";
import { findTokenHolder } from "#db/queries/user-tokens.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { now } from "#lib/clock.ts";
import { resetPasswordAction } from "./actions.ts";

// The address is a secret: it is told to nobody the page links to.
export const metadata: Metadata = { title: "Voorrang", referrer: "no-referrer", robots: "noindex" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [holder, t] = await Promise.all([
    findTokenHolder({ tokenHash: hashSecret(token), purpose: "reset", at: now() }),
    getTranslations("auth"),
  ]);
  if (!holder) {
    return <LinkGone title={t("linkGone.title")} text={t("linkGone.text")} signInLabel={t("linkGone.signIn")} />;
  }
  return (
    <>
      <h1 className="type-display">{t("reset.title")}</h1>
      <p className="type-prose mt-2 mb-8 text-ink-2">{t("reset.text", { email: holder.email })}</p>
      <ChoosePasswordForm
        action={resetPasswordAction}
        token={token}
        email={holder.email}
        submitLabel={t("reset.submit")}
      />
    </>
  );
}
