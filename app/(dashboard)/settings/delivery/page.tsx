import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { MailServerForm } from "#components/alerts/mail-server-form.tsx";
import { UndeliveredList } from "#components/alerts/undelivered-list.tsx";
import { findMailServer } from "#db/queries/mail-server.ts";
import { listUndelivered } from "#db/queries/undelivered-alerts.ts";
import { now } from "#lib/clock.ts";
import { removeMailServerAction, saveMailServerAction, sendAgainAction, tryMailServerAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_settings", async () =>
  (await getTranslations("alerts.delivery"))("title"),
);

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

export default async function DeliveryPage() {
  await requireUser("manage_settings");
  const at = now().getTime();
  const [server, undelivered, t] = await Promise.all([
    findMailServer(),
    listUndelivered({ since: new Date(at - SHOWN_DAYS * DAY_MS) }),
    getTranslations("alerts.delivery"),
  ]);
  const settings = server && {
    host: server.host,
    port: server.port,
    security: server.security,
    userName: server.userName,
    fromAddress: server.fromAddress,
  };
  return (
    <main>
      <h1 className="type-display">{t("title")}</h1>
      <section className="mt-6 max-w-[480px]">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("mail.title")}</h2>
        <p className="mt-3 text-ink-2">{t("mail.text")}</p>
        <MailServerForm
          server={settings}
          save={saveMailServerAction}
          remove={removeMailServerAction}
          attempt={tryMailServerAction}
        />
      </section>
      <section className="mt-10">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("undelivered.title")}</h2>
        <UndeliveredList alerts={undelivered} days={SHOWN_DAYS} now={at} sendAgain={sendAgainAction} />
      </section>
    </main>
  );
}
