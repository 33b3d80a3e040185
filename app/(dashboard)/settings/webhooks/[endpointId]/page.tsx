import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { cache } from "react";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { DeliveryList } from "#components/webhooks/delivery-list.tsx";
import { deliveryParams } from "#components/webhooks/delivery-params.ts";
import { EndpointForm } from "#components/webhooks/endpoint-form.tsx";
import { EndpointHead } from "#components/webhooks/endpoint-head.tsx";
import { EndpointSecret } from "#components/webhooks/endpoint-secret.tsx";
import { listDeliveries } from "#db/queries/deliveries.ts";
import { findEndpoint } from "#db/queries/endpoints.ts";
import { now } from "#lib/clock.ts";
import { endpointIdSchema } from "#lib/webhooks/endpoint.ts";
import {
  changeEndpointAction,
  changeEndpointSecretAction,
  removeEndpointAction,
  resumeEndpointAction,
  sendAgainAction,
  tryEndpointAction,
} from "../actions.ts";

type Props = { params: Promise<{ endpointId: string }>; searchParams: Promise<SearchParams> };

const load = createLoader(deliveryParams);

const readEndpoint = cache(async (text: string) => {
  const id = endpointIdSchema.safeParse(Number(text));
  return (id.success ? await findEndpoint(id.data) : null) ?? notFound();
});

export const generateMetadata = titleFor<Props>(
  "manage_settings",
  async ({ params }) => (await readEndpoint((await params).endpointId)).name,
);

export default async function EndpointPage({ params, searchParams }: Props) {
  await requireUser("manage_settings");
  const endpoint = await readEndpoint((await params).endpointId);
  const { state, before } = await load(searchParams);
  const [page, t] = await Promise.all([
    listDeliveries({ endpointId: endpoint.id, state, before }),
    getTranslations("webhooks"),
  ]);
  const at = now().getTime();
  return (
    <main>
      <EndpointHead
        endpoint={endpoint}
        now={at}
        attempt={tryEndpointAction}
        resume={resumeEndpointAction}
        remove={removeEndpointAction}
      />
      <section className="mt-8">
        <h2 className="type-title border-rule-3 border-b pb-1">{t("deliveries.title")}</h2>
        <DeliveryList
          endpoint={endpoint}
          page={page}
          state={state}
          before={before}
          now={at}
          sendAgain={sendAgainAction}
        />
      </section>
      <div className="mt-10 grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,480px)_minmax(0,400px)]">
        <section>
          <h2 className="type-title border-rule-3 border-b pb-1">{t("change.title")}</h2>
          <EndpointForm endpoint={endpoint} change={changeEndpointAction} />
        </section>
        <section>
          <h2 className="type-title border-rule-3 border-b pb-1">{t("secret.title")}</h2>
          <EndpointSecret endpoint={endpoint} now={at} change={changeEndpointSecretAction} />
        </section>
      </div>
    </main>
  );
}
