import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { ChangePasswordForm } from "#components/access/change-password-form.tsx";
import { OrganisationForm } from "#components/access/organisation-form.tsx";
import { ProfileForm } from "#components/access/profile-form.tsx";
import { SignOffForm } from "#components/access/sign-off-form.tsx";
import { TimeZoneForm } from "#components/access/time-zone-form.tsx";
import { CalendarFeed } from "#components/calendar/calendar-feed.tsx";
import { findCalendarFeed } from "#db/queries/calendar-feed.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { isSignOffRequired } from "#db/queries/sign-off.ts";
import { findPasswordHash } from "#db/queries/users.ts";
import { can } from "#lib/access/permissions.ts";
import { readEnv } from "#lib/env.ts";
import {
  changePasswordAction,
  changeTimeZoneAction,
  makeCalendarFeedAction,
  renameOrganisationAction,
  requireSignOffAction,
  revokeCalendarFeedAction,
  updateProfileAction,
} from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

const ORGANISATION_FACTS = ["name", "timeZone", "currency"] as const;

export default async function SettingsPage() {
  const user = await requireUser();
  const [organisation, passwordHash, isRequired, feed, t, signOff, calendar] = await Promise.all([
    findOrganisation(),
    findPasswordHash({ userId: user.userId }),
    isSignOffRequired(),
    findCalendarFeed({ userId: user.userId }),
    getTranslations("settings"),
    getTranslations("review.settings"),
    getTranslations("calendar.settings"),
  ]);
  const mayChange = can(user.role, "manage_settings");
  return (
    <main className="max-w-[480px]">
      <h1 className="type-display">{t("title")}</h1>
      <section className="mt-6">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("profile.title")}</h2>
        <ProfileForm action={updateProfileAction} user={user} />
      </section>
      <section className="mt-10">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("password.title")}</h2>
        {passwordHash === null ? (
          <p className="mt-4 text-ink-2">{t("password.elsewhere", { name: readEnv().OIDC_NAME })}</p>
        ) : (
          <ChangePasswordForm action={changePasswordAction} email={user.email} />
        )}
      </section>
      {can(user.role, "work_leads") && (
        <section className="mt-10" aria-labelledby="calendar">
          <h2 id="calendar" className="type-title border-rule-3 border-b pb-1">
            {calendar("title")}
          </h2>
          <p className="mt-3 text-ink-2">{calendar("text")}</p>
          <CalendarFeed feed={feed} make={makeCalendarFeedAction} revoke={revokeCalendarFeedAction} />
        </section>
      )}
      {organisation && (
        <section className="mt-10">
          <h2 className="type-title border-rule-3 border-b pb-1">{t("organisation.title")}</h2>
          {mayChange && (
            <>
              <OrganisationForm action={renameOrganisationAction} name={organisation.name} />
              <TimeZoneForm
                action={changeTimeZoneAction}
                zones={zonesWith(organisation.timeZone)}
                chosen={organisation.timeZone}
              />
            </>
          )}
          <dl className={mayChange ? "mt-6 border-rule border-t" : undefined}>
            {ORGANISATION_FACTS.filter((key) => key === "currency" || !mayChange).map((key) => (
              <div key={key} className="flex min-h-8 items-center justify-between gap-4 border-rule border-b">
                <dt className="type-label">{t(`organisation.${key}`)}</dt>
                <dd>{organisation[key]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {organisation && can(user.role, "view_model") && (
        <section className="mt-10" id="sign-off" aria-labelledby="sign-off-title">
          <h2 id="sign-off-title" className="type-title border-rule-3 border-b pb-1">
            {signOff("title")}
          </h2>
          <p className="mt-3 text-ink-2">{signOff("text")}</p>
          {can(user.role, "manage_sign_off") ? (
            <SignOffForm action={requireSignOffAction} isRequired={isRequired} />
          ) : (
            <p className="mt-3 font-medium">{signOff(isRequired ? "on" : "off")}</p>
          )}
        </section>
      )}
    </main>
  );
}

/** The zones to choose from, with the one there is: it may go by a name of its own. */
function zonesWith(own: string): readonly string[] {
  return [...new Set([own, ...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
}
