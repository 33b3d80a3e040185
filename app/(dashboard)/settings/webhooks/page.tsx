import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { EndpointList } from "#components/webhooks/endpoint-list.tsx";
import { NewEndpointDialog } from "#components/webhooks/new-endpoint-dialog.tsx";
import { listEndpoints } from "#db/queries/endpoints.ts";
import { addEndpointAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_settings", async () => (await getTranslations("webhooks"))("title"));

export default async function WebhooksPage() {
  await requireUser("manage_settings");
  const [endpoints, t] = await Promise.all([listEndpoints(), getTranslations("webhooks")]);
  return (
    <main>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="type-display">{t("title")}</h1>
        <NewEndpointDialog add={addEndpointAction} />
      </div>
      <p className="mt-3 mb-6 max-w-[640px] text-ink-2">{t("text")}</p>
      <EndpointList endpoints={endpoints} />
    </main>
  );
}
