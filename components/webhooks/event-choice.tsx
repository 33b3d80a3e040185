import { useTranslations } from "next-intl";
import { eventKey } from "#lib/webhooks/event-key.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "#lib/webhooks/events.ts";

type Props = {
  chosen: readonly WebhookEvent[];
  onChange: (events: readonly WebhookEvent[]) => void;
};

/** What an endpoint is to hear. */
export function EventChoice({ chosen, onChange }: Props) {
  const t = useTranslations("webhooks");
  const toggle = (event: WebhookEvent) =>
    onChange(WEBHOOK_EVENTS.filter((each) => (each === event ? !chosen.includes(each) : chosen.includes(each))));
  return (
    <fieldset>
      <legend className="type-label">{t("form.events")}</legend>
      {WEBHOOK_EVENTS.map((event) => (
        <label key={event} className="mt-1 flex items-baseline gap-2 py-0.5 max-sm:min-h-11">
          <input
            type="checkbox"
            checked={chosen.includes(event)}
            onChange={() => toggle(event)}
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
          />
          <span>
            {t(`events.${eventKey(event)}.name`)}
            <span className="block text-ink-3 text-small">{t(`events.${eventKey(event)}.hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
