import { getTranslations } from "next-intl/server";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { AdjustmentRoomForm } from "#components/settings/adjustment-room-form.tsx";
import { FlagsForm } from "#components/settings/flags-form.tsx";
import { listFlags } from "#db/queries/flags.ts";
import { addFlagAction, restoreFlagAction, retireFlagAction, setAdjustmentRoomAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_settings", async () =>
  (await getTranslations("settings.leads"))("title"),
);

export default async function LeadSettingsPage() {
  await requireUser("manage_settings");
  const [flags, organisation, t] = await Promise.all([
    listFlags(),
    findOwnOrganisation(),
    getTranslations("settings.leads"),
  ]);
  return (
    <main className="max-w-[480px]">
      <h1 className="type-display">{t("title")}</h1>
      <section className="mt-6" aria-labelledby="flags">
        <h2 id="flags" className="type-title border-rule-3 border-b pb-1">
          {t("flags.title")}
        </h2>
        <p className="mt-3 text-ink-2">{t("flags.text")}</p>
        <FlagsForm flags={flags} add={addFlagAction} retire={retireFlagAction} restore={restoreFlagAction} />
      </section>
      {organisation && (
        <section className="mt-10" aria-labelledby="adjusting">
          <h2 id="adjusting" className="type-title border-rule-3 border-b pb-1">
            {t("adjusting.title")}
          </h2>
          <p className="mt-3 text-ink-2">{t("adjusting.text")}</p>
          <AdjustmentRoomForm action={setAdjustmentRoomAction} points={organisation.repAdjustmentPoints} />
        </section>
      )}
    </main>
  );
}
