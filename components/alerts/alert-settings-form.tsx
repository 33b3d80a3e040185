"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SaveRow } from "#components/ui/save-row.tsx";
import { chosenChannels } from "#lib/alerts/choices.ts";
import { ALERT_CHANNELS, type AlertChannel, type AlertKind } from "#lib/alerts/kinds.ts";
import type { AlertSettings } from "#lib/alerts/own-settings.ts";
import type { ActionResult } from "#lib/result.ts";
import { ChoiceTable } from "./choice-table.tsx";
import { TimeField } from "./time-field.tsx";
import { useAct } from "./use-act.ts";

type Props = {
  /** Those that the reader's role can get. */
  kinds: readonly AlertKind[];
  settings: AlertSettings;
  email: string;
  /** Whether the channel is set up. */
  byEmail: boolean;
  byWebhook: boolean;
  save: (settings: AlertSettings) => Promise<ActionResult<null>>;
};

const USUAL_QUIET = { from: 18 * 60, until: 8 * 60 };

/** What a person wants to be told, where, and when not. */
export function AlertSettingsForm({ kinds, settings, email, byEmail, byWebhook, save }: Props) {
  const t = useTranslations("alerts.settings");
  const [choices, setChoices] = useState(settings.choices);
  const [isQuiet, setQuiet] = useState(settings.quiet !== null);
  const [quiet, setQuietHours] = useState(settings.quiet ?? USUAL_QUIET);
  const [digestAt, setDigestAt] = useState(settings.digestAt);
  const { act, isUnderWay, done, refusal, reset } = useAct<null>();

  function toggle(kind: AlertKind, channel: AlertChannel): void {
    const chosen = chosenChannels(kind, choices);
    const next = ALERT_CHANNELS.filter((each) => (each === channel ? !chosen.includes(each) : chosen.includes(each)));
    setChoices({ ...choices, [kind]: next });
    reset();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    act(() => save({ choices, quiet: isQuiet ? quiet : null, digestAt }));
  }

  return (
    <form onSubmit={submit} onChange={reset} className="mt-6 flex flex-col gap-6">
      <ChoiceTable kinds={kinds} choices={choices} onToggle={toggle} />
      <div className="text-ink-3 text-small">
        <p>{byEmail ? t("emailTo", { email }) : t("emailOff")}</p>
        {!byWebhook && <p>{t("webhookOff")}</p>}
      </div>
      {kinds.includes("digest") && <TimeField label={t("digestAt")} minute={digestAt} onChange={setDigestAt} />}
      <fieldset className="flex flex-col gap-3">
        <legend className="type-title mb-2">{t("quiet.title")}</legend>
        <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
          <input
            type="checkbox"
            checked={isQuiet}
            onChange={(event) => setQuiet(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t("quiet.on")}
        </label>
        {isQuiet && (
          <div className="flex gap-6">
            <TimeField
              label={t("quiet.from")}
              minute={quiet.from}
              onChange={(from) => setQuietHours({ ...quiet, from })}
            />
            <TimeField
              label={t("quiet.until")}
              minute={quiet.until}
              onChange={(until) => setQuietHours({ ...quiet, until })}
            />
          </div>
        )}
        <p className="text-ink-3 text-small">{t("quiet.hint")}</p>
      </fieldset>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <SaveRow label={t("submit")} savedLabel={t("saved")} isUnderWay={isUnderWay} isSaved={done !== null} />
    </form>
  );
}
