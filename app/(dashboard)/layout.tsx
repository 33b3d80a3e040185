import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireUser } from "#app/_server/session.ts";
import { signOutAction } from "#app/(auth)/sign-in/actions.ts";
import { giveLeadAction, undoGiveLeadAction } from "#app/(dashboard)/leads/[leadId]/actions.ts";
import { seeAlertsAction } from "#app/(dashboard)/settings/alerts/actions.ts";
import { Bell } from "#components/alerts/bell.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { GiveProvider } from "#components/owner/give-provider.tsx";
import { destinationsOf } from "#components/shell/destinations.ts";
import { KeysDialog } from "#components/shell/keys-dialog.tsx";
import { Masthead } from "#components/shell/masthead.tsx";
import { Palette } from "#components/shell/palette.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { isSignatureAsked } from "#db/queries/sign-off.ts";
import { homeOf } from "#lib/access/home.ts";
import { can } from "#lib/access/permissions.ts";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const [t, review, isAsked] = await Promise.all([
    getTranslations("shell"),
    getTranslations("review.signOff"),
    can(user.role, "sign_model") && isSignatureAsked(user),
  ]);
  const links = destinationsOf(user.role).map(({ href, key, shortcut }) => ({
    href,
    shortcut,
    label: t(`nav.${key}`),
    hint: key === "model" && isAsked ? review("asked") : undefined,
  }));
  const maySee = can(user.role, "view_leads");
  const page = (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-paper focus:p-2">
        {t("skip")}
      </a>
      <Masthead home={homeOf(user.role)} homeLabel={t("home")} navigationLabel={t("navigation")} links={links}>
        <Palette links={links} mayFindLeads={maySee} />
        {maySee && <Bell see={seeAlertsAction} />}
        <UserMenu
          name={user.name}
          role={user.role ? t(`roles.${user.role}`) : t("noRole")}
          links={links}
          showsUsers={can(user.role, "manage_users")}
          signOut={signOutAction}
        />
      </Masthead>
      <KeysDialog links={links} />
      <div id="content">
        <GiveProvider actions={{ giveLead: giveLeadAction, undo: undoGiveLeadAction }}>{children}</GiveProvider>
      </div>
    </>
  );
  return maySee ? <LiveProvider userId={user.userId}>{page}</LiveProvider> : page;
}
