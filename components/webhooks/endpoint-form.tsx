"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "#components/alerts/use-act.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SaveRow } from "#components/ui/save-row.tsx";
import type { ActionResult } from "#lib/result.ts";
import type { Endpoint } from "#lib/webhooks/endpoint.ts";
import { type EndpointDraft, EndpointFields } from "./endpoint-fields.tsx";

type Changed = Omit<EndpointDraft, "events"> & {
  events: EndpointDraft["events"][number][];
  endpointId: number;
  isOn: boolean;
};
type Props = { endpoint: Endpoint; change: (endpoint: Changed) => Promise<ActionResult<null>> };

/** What an endpoint hears, where it is, and whether it is in use. */
export function EndpointForm({ endpoint, change }: Props) {
  const t = useTranslations("webhooks.change");
  const { id: endpointId, name, host, events, hasContact, state } = endpoint;
  const [draft, setDraft] = useState<EndpointDraft>({ name, address: "", events, hasContact });
  const [isOn, setOn] = useState(state !== "off");
  const { act, isUnderWay, done, refusal, reset } = useAct<null>();
  function submit(event: FormEvent): void {
    event.preventDefault();
    act(() => change({ ...draft, events: [...draft.events], endpointId, isOn }));
  }
  return (
    <form onSubmit={submit} onChange={reset} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <EndpointFields draft={draft} onChange={setDraft} host={host} />
      <label className="flex items-baseline gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => setOn(event.target.checked)}
          className="size-4 shrink-0 translate-y-0.5 accent-accent"
        />
        <span>
          {t("isOn")}
          <span className="block text-ink-3 text-small">{t("isOnHint")}</span>
        </span>
      </label>
      <SaveRow label={t("submit")} savedLabel={t("saved")} isUnderWay={isUnderWay} isSaved={done !== null} />
    </form>
  );
}
