import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkGone } from "#components/access/link-gone.tsx";
import { SetUpForm } from "#components/access/set-up-form.tsx";
import { findOrganisation } from "#db/queries/organisation.ts";
import { isSetupToken } from "#db/queries/user-tokens.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { now } from "#lib/clock.ts";
import { setUpAction } from "./actions.ts";

// The address is a secret: it is told to nobody the page links to.
export const metadata: Metadata = { title: "Voorrang", referrer: "no-referrer", robots: "noindex" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetUpPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const t = await getTranslations("auth");
  if (typeof token !== "string" || !(await isSetupToken({ tokenHash: hashSecret(token), at: now() }))) {
    return <LinkGone title={t("setUp.gone.title")} text={t("setUp.gone.text")} signInLabel={t("linkGone.signIn")} />;
  }
  const organisation = await findOrganisation();
  const zones = organisation ? null : { all: allZones(), chosen: serverZone() };
  return (
    <>
      <h1 className="type-display">{t("setUp.title")}</h1>
      <p className="type-prose mt-2 mb-8 text-ink-2">{t("setUp.text")}</p>
      <SetUpForm action={setUpAction} token={token} organisationName={organisation?.name} zones={zones} />
    </>
  );
}

/** The list of the platform leaves UTC out. */
function allZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
}

/** Most installations stand where their people are; a server on UTC says nothing about them. */
function serverZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return Intl.supportedValuesOf("timeZone").includes(timeZone) ? timeZone : "Europe/Amsterdam";
}
