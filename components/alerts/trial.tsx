"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Delivery } from "#lib/outgoing/delivery.ts";
import type { ActionResult } from "#lib/result.ts";
import { useAct } from "./use-act.ts";
import { useDeliveryWords } from "./use-delivery-words.ts";

type Props = { attempt: (input: Record<string, never>) => Promise<ActionResult<Delivery>> };

/** Sends a message the way alerts would go, and says what came of it. */
export function Trial({ attempt }: Props) {
  const t = useTranslations("alerts.trial");
  const words = useDeliveryWords();
  const { act, isUnderWay, done, refusal } = useAct<Delivery>();
  return (
    <div className="flex flex-col items-start gap-3">
      <Button aria-disabled={isUnderWay} onClick={() => act(() => attempt({}))}>
        {isUnderWay ? t("underWay") : t("submit")}
      </Button>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      {done && <Notice tone={done.value.state === "sent" ? "done" : "refused"}>{words.delivery(done.value)}</Notice>}
    </div>
  );
}
