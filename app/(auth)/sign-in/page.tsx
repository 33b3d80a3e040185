import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findSessionUser } from "#app/_server/session.ts";
import { ProviderForm } from "#components/access/provider-form.tsx";
import { SignInForm } from "#components/access/sign-in-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { hasUsers } from "#db/queries/users.ts";
import { safePath } from "#lib/access/safe-path.ts";
import { readEnv } from "#lib/env.ts";
import { signInAction, startOpenIdAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null) ?? "/";
  if (await findSessionUser()) redirect(path);
  const [t, isSetUp] = await Promise.all([getTranslations("auth.signIn"), hasUsers()]);
  const { OIDC_ISSUER, OIDC_NAME } = readEnv();
  return (
    <>
      <h1 className="type-display">{t("title")}</h1>
      <p className="type-prose mt-1 text-ink-2 italic">{t("promise")}</p>
      <div className="mt-8 flex flex-col gap-6">
        {!isSetUp && <Notice tone="refused">{t("notSetUp")}</Notice>}
        {typeof error === "string" && (
          <Notice tone="refused">{t(`errors.${providerError(error)}`, { name: OIDC_NAME })}</Notice>
        )}
        <SignInForm action={signInAction} callbackUrl={path} />
        {OIDC_ISSUER && <ProviderForm action={startOpenIdAction} name={OIDC_NAME} callbackUrl={path} />}
      </div>
    </>
  );
}

const PROVIDER_ERRORS = ["email_not_verified", "email_taken_at_provider", "no_email"] as const;

/** What went wrong at the provider, of the errors that we or next-auth put in the address. */
function providerError(error: string) {
  return PROVIDER_ERRORS.find((known) => known === error) ?? (error === "AccessDenied" ? "denied" : "provider");
}
