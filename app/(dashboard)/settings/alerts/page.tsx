import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { AlertSettingsForm } from "#components/alerts/alert-settings-form.tsx";
import { WebhookForm } from "#components/alerts/webhook-form.tsx";
import { findAlertSettings } from "#db/queries/alert-settings.ts";
import { findMailServer } from "#db/queries/mail-server.ts";
import { kindsOf } from "#lib/alerts/kinds.ts";
import { removeWebhookAction, saveAlertSettingsAction, saveWebhookAction, tryWebhookAction } from "./actions.ts";

export const generateMetadata = titleFor("view_leads", async () => (await getTranslations("alerts.settings"))("title"));

export default async function AlertSettingsPage() {
  const user = await requireUser("view_leads");
  const [{ hasWebhook, ...settings }, server, t] = await Promise.all([
    findAlertSettings({ userId: user.userId }),
    findMailServer(),
    getTranslations("alerts.settings"),
  ]);
  return (
    <main className="max-w-[640px]">
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("intro")}</p>
      <AlertSettingsForm
        kinds={kindsOf(user.role)}
        settings={settings}
        email={user.email}
        byEmail={server !== null}
        byWebhook={hasWebhook}
        save={saveAlertSettingsAction}
      />
      <section className="mt-10 max-w-[480px]">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("webhook.title")}</h2>
        <WebhookForm
          hasWebhook={hasWebhook}
          save={saveWebhookAction}
          remove={removeWebhookAction}
          attempt={tryWebhookAction}
        />
      </section>
    </main>
  );
}
