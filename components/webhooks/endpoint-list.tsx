import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Endpoint } from "#lib/webhooks/endpoint.ts";
import { eventKey } from "#lib/webhooks/event-key.ts";
import { EndpointState } from "./endpoint-state.tsx";

/** All endpoints: what each hears and whether it arrives. */
export function EndpointList({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const t = useTranslations("webhooks");
  if (endpoints.length === 0) return <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t("none")}</p>;
  return (
    <ul className="border-rule-3 border-t">
      {endpoints.map(({ id, name, host, events, state, failingSince, waiting, failed }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-1 border-rule border-b py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)]"
        >
          <div className="min-w-0">
            <Link
              href={`/settings/webhooks/${id}`}
              className="font-semibold text-accent underline-offset-4 [overflow-wrap:anywhere] hover:underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
            >
              {name}
            </Link>
            <p className="text-ink-3 text-small [overflow-wrap:anywhere]">{host}</p>
          </div>
          <p className="text-ink-2">{events.map((event) => t(`events.${eventKey(event)}.name`)).join(", ")}</p>
          <div>
            <EndpointState state={state} isFailing={failingSince !== null} />
            <p className="text-ink-3 text-small">{t("counts", { waiting, failed })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
