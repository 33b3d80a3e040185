"use client";

import { useTranslations } from "next-intl";
import { useWhen } from "#components/shell/use-when.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { UndeliveredAlert } from "#lib/alerts/undelivered.ts";
import type { ActionResult } from "#lib/result.ts";
import { useAct } from "./use-act.ts";
import { useDeliveryWords } from "./use-delivery-words.ts";

type SendAgain = (alert: { userId: number; alertId: number }) => Promise<ActionResult<null>>;
type Props = {
  alerts: readonly UndeliveredAlert[];
  /** How far it looks back. */
  days: number;
  /** Epoch milliseconds. */
  now: number;
  sendAgain: SendAgain;
};

/** What did not arrive, may not have, or is tried again, each with why. */
export function UndeliveredList({ alerts, days, now, sendAgain }: Props) {
  const t = useTranslations("alerts.delivery.undelivered");
  if (alerts.length === 0) return <p className="type-prose mt-4 text-ink-2">{t("none", { days })}</p>;
  return (
    <>
      <p className="mt-3 max-w-[640px] text-ink-2">{t("text", { days })}</p>
      <ul className="mt-4 border-rule border-t">
        {alerts.map((alert) => (
          <Row key={`${alert.userId} ${alert.alertId}`} alert={alert} now={now} sendAgain={sendAgain} />
        ))}
      </ul>
    </>
  );
}

function Row({ alert, now, sendAgain }: { alert: UndeliveredAlert; now: number; sendAgain: SendAgain }) {
  const t = useTranslations("alerts.delivery.undelivered");
  const kinds = useTranslations("alerts.settings");
  const words = useDeliveryWords();
  const { act, isUnderWay, refusal } = useAct<null>();
  const when = useWhen(now);
  const { userId, alertId, name, kind, channel, state, attempts, raisedAt, dueAt, told } = alert;
  const standing = state === "waiting" ? t("again", { attempts, time: when(dueAt.getTime()) }) : t(state, { attempts });
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-b py-3 md:grid-cols-[200px_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="truncate font-semibold">{name}</p>
        <p className="text-ink-3 text-small">
          {kinds(`channels.${channel}`)}, {when(raisedAt.getTime())}
        </p>
      </div>
      <div className="min-w-0">
        <p className="first-letter:uppercase">
          <span className={state === "waiting" ? "" : "font-medium text-hot"}>{standing}</span>
          {": "}
          {kinds(`kinds.${kind}.name`)}
        </p>
        {told && <p className="break-words text-ink-2 text-small">{words.failure(told)}</p>}
        {refusal && <Notice tone="refused">{refusal}</Notice>}
      </div>
      <div className="md:self-center">
        <Button kind="quiet" aria-disabled={isUnderWay} onClick={() => act(() => sendAgain({ userId, alertId }))}>
          {t("sendAgain")}
          <span className="sr-only">: {name}</span>
        </Button>
      </div>
    </li>
  );
}
