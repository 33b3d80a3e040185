import { useTranslations } from "next-intl";
import { TextField } from "#components/ui/field.tsx";
import type { WebhookEvent } from "#lib/webhooks/events.ts";
import { EventChoice } from "./event-choice.tsx";

export type EndpointDraft = {
  readonly name: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly hasContact: boolean;
};

type Props = {
  draft: EndpointDraft;
  onChange: (draft: EndpointDraft) => void;
  /** Where it is by now; null: it is a new one. */
  host: string | null;
};

/** What an endpoint is. Its address is a secret: it is never shown again. */
export function EndpointFields({ draft, onChange, host }: Props) {
  const t = useTranslations("webhooks.form");
  return (
    <>
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        required
        maxLength={80}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <TextField
        label={t("address")}
        hint={host === null ? t("addressHint") : t("addressKept", { host })}
        type="url"
        inputMode="url"
        required={host === null}
        autoComplete="off"
        spellCheck={false}
        placeholder="https://crm.example.com/voorrang"
        value={draft.address}
        onChange={(event) => onChange({ ...draft, address: event.target.value })}
      />
      <EventChoice chosen={draft.events} onChange={(events) => onChange({ ...draft, events })} />
      <label className="flex items-baseline gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={draft.hasContact}
          onChange={(event) => onChange({ ...draft, hasContact: event.target.checked })}
          className="size-4 shrink-0 translate-y-0.5 accent-accent"
        />
        <span>
          {t("contact")}
          <span className="block text-ink-3 text-small">{t("contactHint")}</span>
        </span>
      </label>
    </>
  );
}
