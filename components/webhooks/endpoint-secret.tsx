"use client";

import { useTranslations } from "next-intl";
import { CopiedField } from "#components/access/copied-field.tsx";
import { useAct } from "#components/alerts/use-act.ts";
import { useWhen } from "#components/shell/use-when.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";
import { type Endpoint, PREVIOUS_HOURS } from "#lib/webhooks/endpoint.ts";

type Change = (endpoint: { endpointId: number }) => Promise<ActionResult<{ secret: string }>>;
type Props = { endpoint: Endpoint; now: number; change: Change };

/** What signs for an endpoint: it can be changed, and is shown once. */
export function EndpointSecret({ endpoint: { id: endpointId, name, previousUntil }, now, change }: Props) {
  const t = useTranslations("webhooks.secret");
  const when = useWhen(now);
  const { act, isUnderWay, done, refusal } = useAct<{ secret: string }>();
  return (
    <div className="mt-4 flex flex-col items-start gap-4">
      <p className="text-ink-2">{t("text", { hours: PREVIOUS_HOURS })}</p>
      {previousUntil !== null && previousUntil > now && <p>{t("both", { when: when(previousUntil) })}</p>}
      {done && (
        <div className="w-full">
          <CopiedField text={done.value.secret} label={t("of", { name })} hint={t("once")} />
        </div>
      )}
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <Button aria-disabled={isUnderWay} onClick={() => act(() => change({ endpointId }))}>
        {t("submit")}
      </Button>
    </div>
  );
}
