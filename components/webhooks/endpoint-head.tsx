"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "#components/alerts/use-act.ts";
import { useDeliveryWords } from "#components/alerts/use-delivery-words.ts";
import { useSend } from "#components/shell/use-send.ts";
import { useWhen } from "#components/shell/use-when.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";
import type { Attempt } from "#lib/webhooks/attempt.ts";
import type { Endpoint } from "#lib/webhooks/endpoint.ts";
import { EndpointState } from "./endpoint-state.tsx";

type Act<T> = (endpoint: { endpointId: number }) => Promise<ActionResult<T>>;
type Props = { endpoint: Endpoint; now: number; attempt: Act<Attempt>; resume: Act<null>; remove: Act<null> };

/** Which endpoint it is, how it stands with it, and what can be done about that. */
export function EndpointHead({ endpoint, now, attempt, resume, remove }: Props) {
  const t = useTranslations("webhooks");
  const when = useWhen(now);
  const words = useDeliveryWords();
  const router = useRouter();
  const trial = useAct<Attempt>();
  const { send, isUnderWay, refusal } = useSend();
  const { id: endpointId, name, host, state, failingSince } = endpoint;
  const outcome = trial.done?.value;
  return (
    <>
      <p className="pb-1 text-small">
        <Link
          href="/settings/webhooks"
          className="inline-flex items-center text-accent underline-offset-4 hover:underline max-sm:min-h-11"
        >
          ← {t("title")}
        </Link>
      </p>
      <h1 className="type-display wrap-anywhere">{name}</h1>
      <p className="text-ink-3 wrap-anywhere">{host}</p>
      <div className="mt-3">
        <EndpointState state={state} isFailing={failingSince !== null} />
        {state === "paused" && <p className="max-w-[640px] text-ink-2">{t("pausedText")}</p>}
        {state === "on" && failingSince !== null && (
          <p className="text-ink-2">{t("failingText", { when: when(failingSince) })}</p>
        )}
      </div>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {state === "paused" && (
          <Button kind="act" aria-disabled={isUnderWay} onClick={() => send(() => resume({ endpointId }))}>
            {t("resume")}
          </Button>
        )}
        <Button aria-disabled={trial.isUnderWay} onClick={() => trial.act(() => attempt({ endpointId }))}>
          {trial.isUnderWay ? t("trial.underWay") : t("trial.submit")}
        </Button>
        <AskFirst
          label={t("remove.open")}
          title={t("remove.title", { name })}
          confirm={t("remove.submit")}
          cancel={t("remove.cancel")}
          onConfirm={() => send(() => remove({ endpointId }), { onDone: () => router.push("/settings/webhooks") })}
        >
          {t("remove.text")}
        </AskFirst>
      </div>
      <div className="mt-3 max-w-[640px]">
        {refusal && <Notice tone="refused">{refusal}</Notice>}
        {trial.refusal && <Notice tone="refused">{trial.refusal}</Notice>}
        {outcome?.state === "arrived" && <Notice tone="done">{t("trial.arrived", { answer: outcome.answer })}</Notice>}
        {outcome?.state === "missed" && (
          <Notice tone="refused">
            {outcome.answer === null ? "" : `${outcome.answer}: `}
            {words.failure(outcome)}
          </Notice>
        )}
      </div>
    </>
  );
}
