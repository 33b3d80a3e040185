"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDeliveryWords } from "#components/alerts/use-delivery-words.ts";
import { useWhen } from "#components/shell/use-when.ts";
import { Button } from "#components/ui/button.tsx";
import type { Delivery } from "#lib/webhooks/delivery.ts";
import { eventKey } from "#lib/webhooks/event-key.ts";

type Props = { delivery: Delivery; now: number; isUnderWay: boolean; onAgain: () => void };

/** One message: what it tells, what became of it, and when it is tried again. */
export function DeliveryRow({ delivery, now, isUnderWay, onAgain }: Props) {
  const t = useTranslations("webhooks");
  const words = useDeliveryWords();
  const when = useWhen(now);
  const { type, leadId, at, webhookId, state, attempts, changedAt, answer, told } = delivery;
  const name = t(`events.${eventKey(type)}.name`);
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-b py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_112px]">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="text-ink-3 text-small">
          <span className="tabular">{when(at)}</span>
          {leadId !== null && (
            <>
              {", "}
              <Link href={`/leads/${leadId}`} className="text-accent underline-offset-4 hover:underline">
                {t("deliveries.lead", { leadId })}
              </Link>
            </>
          )}
        </p>
      </div>
      <div className="min-w-0">
        <p className={state === "failed" ? "font-medium text-hot" : ""}>
          {state === "waiting"
            ? waitingWords(delivery)
            : t(`deliveries.is.${state}`, { when: when(changedAt), attempts })}
          {answer !== null && <span className="text-ink-2">, {t("deliveries.answer", { answer })}</span>}
        </p>
        {told && <p className="text-ink-2 text-small [overflow-wrap:anywhere]">{words.failure(told)}</p>}
        <p className="truncate text-ink-3 text-small" title={webhookId}>
          {webhookId}
        </p>
      </div>
      <div className="md:text-right">
        {state !== "sending" && (
          <Button kind="quiet" aria-disabled={isUnderWay} onClick={onAgain}>
            {t("deliveries.again")}
            <span className="sr-only">
              : {name}, {when(at)}
            </span>
          </Button>
        )}
      </div>
    </li>
  );

  function waitingWords({ dueAt }: Delivery): string {
    if (attempts === 0) return t(dueAt > now ? "deliveries.is.behind" : "deliveries.is.waiting", { when: when(dueAt) });
    return t("deliveries.is.retried", { attempts, when: when(dueAt) });
  }
}
