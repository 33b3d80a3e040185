import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireUser } from "#app/_server/session.ts";
import { SettingsNavigation } from "#components/access/settings-navigation.tsx";
import { can } from "#lib/access/permissions.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [user, t] = await Promise.all([requireUser(), getTranslations("settings.nav")]);
  const links = [
    { href: "/settings", label: t("profile") },
    ...(can(user.role, "work_leads") ? [{ href: "/settings/hours", label: t("hours") }] : []),
    ...(can(user.role, "view_leads") ? [{ href: "/settings/alerts", label: t("alerts") }] : []),
    ...(can(user.role, "manage_settings") ? [{ href: "/settings/delivery", label: t("delivery") }] : []),
    ...(can(user.role, "arrange_models") ? [{ href: "/settings/qualification", label: t("qualification") }] : []),
    ...(can(user.role, "manage_team") ? [{ href: "/settings/routing", label: t("routing") }] : []),
    ...(can(user.role, "publish_model") ? [{ href: "/settings/naming", label: t("naming") }] : []),
    ...(can(user.role, "manage_users") ? [{ href: "/settings/users", label: t("users") }] : []),
    ...(can(user.role, "manage_settings") ? [{ href: "/settings/leads", label: t("leads") }] : []),
    ...(can(user.role, "manage_settings") ? [{ href: "/settings/keys", label: t("keys") }] : []),
    ...(can(user.role, "manage_settings") ? [{ href: "/settings/crm", label: t("crm") }] : []),
    ...(can(user.role, "manage_settings") ? [{ href: "/settings/webhooks", label: t("webhooks") }] : []),
  ];
  if (links.length === 1) return <div className="px-gutter py-4">{children}</div>;
  return (
    <div className="px-gutter py-4 lg:grid lg:grid-cols-[160px_minmax(0,1fr)] lg:gap-8">
      <SettingsNavigation label={t("label")} links={links} />
      {children}
    </div>
  );
}
