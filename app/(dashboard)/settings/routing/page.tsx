import { getTranslations } from "next-intl/server";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { RoutingEditor } from "#components/routing/routing-editor.tsx";
import { listAtWork } from "#db/queries/attendance.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findRouting } from "#db/queries/routing.ts";
import { listUsers } from "#db/queries/users.ts";
import { now } from "#lib/clock.ts";
import { routingPeople } from "#lib/routing/people.ts";
import { localDay } from "#lib/time/local-day.ts";
import { dryRunRoutingAction, saveRoutingAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_team", async () => (await getTranslations("routing"))("title"));

export default async function RoutingPage() {
  await requireUser("manage_team");
  const day = localDay(now().getTime(), await findOrganisationZone());
  const [{ revision, toldUntil: _, ...routing }, users, atWork, catalogue, t] = await Promise.all([
    findRouting(),
    listUsers(),
    listAtWork({ day }),
    readModelCatalogue(),
    getTranslations("routing"),
  ]);
  return (
    <main>
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-1 max-w-[68ch] text-ink-2">{t("text")}</p>
      <RoutingEditor
        saved={routing}
        revision={revision}
        people={routingPeople(users, atWork)}
        catalogue={catalogue}
        actions={{ save: saveRoutingAction, dryRun: dryRunRoutingAction }}
      />
    </main>
  );
}
