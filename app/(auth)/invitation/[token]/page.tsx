import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "#components/access/choose-password-form.tsx";
import { LinkGone } from "#components/access/link-gone.tsx";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findTokenHolder } from "#db/queries/user-tokens.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { now } from "#lib/clock.ts";
import { acceptInvitationAction } from "./actions.ts";

// The address is a secret: it is told to nobody the page links to.
export const metadata: Metadata = { title: "Voorrang", referrer: "no-referrer", robots: "noindex" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [holder, organisation, t] = await Promise.all([
    findTokenHolder({ tokenHash: hashSecret(token), purpose: "invitation", at: now() }),
    findOrganisation(),
    getTranslations("auth"),
  ]);
  if (!holder) {
    return <LinkGone title={t("linkGone.title")} text={t("linkGone.text")} signInLabel={t("linkGone.signIn")} />;
  }
  return (
    <>
      <h1 className="type-display">{t("invitation.title", { name: holder.name })}</h1>
      <p className="type-prose mt-2 mb-8 text-ink-2">
        {t("invitation.text", { organisation: organisation?.name ?? "Voorrang" })}
      </p>
      <ChoosePasswordForm
        action={acceptInvitationAction}
        token={token}
        email={holder.email}
        name={holder.name}
        submitLabel={t("invitation.submit")}
      />
    </>
  );
}
