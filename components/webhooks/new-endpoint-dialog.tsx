"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MadeSecret } from "#components/access/made-secret.tsx";
import { useAct } from "#components/alerts/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { FreshDialog } from "#components/ui/fresh-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";
import { WEBHOOK_EVENTS } from "#lib/webhooks/events.ts";
import { type EndpointDraft, EndpointFields } from "./endpoint-fields.tsx";

type Draft = Omit<EndpointDraft, "events"> & { events: EndpointDraft["events"][number][] };
type Made = { endpointId: number; secret: string };
type Add = (endpoint: Draft) => Promise<ActionResult<Made>>;

/** Makes an endpoint and shows what signs for it, this once. */
export function NewEndpointDialog({ add }: { add: Add }) {
  const t = useTranslations("webhooks");
  return (
    <FreshDialog title={t("new.title")} closeLabel={t("close")} openLabel={t("new.open")}>
      {() => <NewEndpoint add={add} />}
    </FreshDialog>
  );
}

function NewEndpoint({ add }: { add: Add }) {
  const t = useTranslations("webhooks");
  const { act, isUnderWay, done, refusal } = useAct<Made>();
  const [draft, setDraft] = useState<EndpointDraft>({
    name: "",
    address: "",
    events: WEBHOOK_EVENTS,
    hasContact: false,
  });
  if (done)
    return (
      <MadeSecret
        done={t("new.done", { name: draft.name })}
        secret={done.value.secret}
        label={t("secret.of", { name: draft.name })}
        hint={t("secret.once")}
      />
    );
  function submit(event: FormEvent): void {
    event.preventDefault();
    act(() => add({ ...draft, events: [...draft.events] }));
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <EndpointFields draft={draft} onChange={setDraft} host={null} />
      <div>
        <Button kind="act" type="submit" aria-disabled={isUnderWay}>
          {t("new.submit")}
        </Button>
      </div>
    </form>
  );
}
