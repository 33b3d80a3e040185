"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";
import type { Delivery } from "#lib/webhooks/delivery.ts";
import { DELIVERY_STATES, type DeliveryState, KEPT_DAYS } from "#lib/webhooks/delivery-state.ts";
import type { Endpoint } from "#lib/webhooks/endpoint.ts";
import { DeliveryRow } from "./delivery-row.tsx";

type SendAgain = (which: { endpointId: number; deliveryId: number | null }) => Promise<ActionResult<number>>;
type Props = {
  endpoint: Endpoint;
  page: { readonly deliveries: readonly Delivery[]; readonly next: number | null };
  /** Of which state; null: of any. */
  state: DeliveryState | null;
  before: number | null;
  now: number;
  sendAgain: SendAgain;
};

const LOOK_AGAIN_MS = 2_000;
const SOON_MS = 10_000;
const SHOWN_STATES = [null, ...DELIVERY_STATES.filter((state) => state !== "sending")] as const;

/** What was and is to be sent to an endpoint, the newest first. */
export function DeliveryList({ endpoint, page, state, before, now, sendAgain }: Props) {
  const t = useTranslations("webhooks.deliveries");
  const { send, isUnderWay, refusal } = useSend();
  const { id: endpointId, failed } = endpoint;
  const { deliveries, next } = page;
  const isMoving = deliveries.some((each) => each.state === "sending" || isSoon(each, now));
  useRefreshWhile(isMoving && endpoint.state === "on");
  const again = (deliveryId: number | null) => send(() => sendAgain({ endpointId, deliveryId }));
  return (
    <>
      <nav aria-label={t("filter")} className="mt-2 flex flex-wrap items-center gap-x-5">
        {SHOWN_STATES.map((each) => (
          <Link
            key={each ?? "all"}
            href={addressOf(endpointId, { state: each, before: null })}
            scroll={false}
            aria-current={each === state ? "page" : undefined}
            className="inline-flex min-h-8 items-center border-transparent border-b text-ink-2 text-small hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11"
          >
            {t(each === null ? "all" : `of.${each}`)}
          </Link>
        ))}
        {failed > 0 && (
          <Button kind="quiet" aria-disabled={isUnderWay} onClick={() => again(null)}>
            {t("allAgain", { failed })}
          </Button>
        )}
      </nav>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      {deliveries.length === 0 ? (
        <p className="type-prose mt-3 border-rule border-t pt-4 text-ink-2">
          {t(state === null && before === null ? "none" : "noneOf", { days: KEPT_DAYS })}
        </p>
      ) : (
        <ul className="mt-2 border-rule border-t">
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              now={now}
              isUnderWay={isUnderWay}
              onAgain={() => again(delivery.id)}
            />
          ))}
        </ul>
      )}
      <div className="mt-2 flex gap-6 text-small">
        {before !== null && (
          <Link href={addressOf(endpointId, { state, before: null })} className={PAGE_LINK}>
            {t("newest")}
          </Link>
        )}
        {next !== null && (
          <Link href={addressOf(endpointId, { state, before: next })} className={PAGE_LINK}>
            {t("older")}
          </Link>
        )}
      </div>
    </>
  );
}

const PAGE_LINK = "inline-flex min-h-8 items-center text-accent underline-offset-4 hover:underline max-sm:min-h-11";

function addressOf(endpointId: number, { state, before }: { state: DeliveryState | null; before: number | null }) {
  const asked = new URLSearchParams();
  if (state !== null) asked.set("state", state);
  if (before !== null) asked.set("before", String(before));
  return `/settings/webhooks/${endpointId}${asked.size > 0 ? `?${asked}` : ""}`;
}

function isSoon({ state, dueAt }: Delivery, now: number): boolean {
  return state === "waiting" && dueAt <= now + SOON_MS;
}

/** Looks again every now and then. */
function useRefreshWhile(isMoving: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMoving, router]);
}
