"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Delivery } from "#lib/outgoing/delivery.ts";
import type { ActionResult, FormSubmit } from "#lib/result.ts";
import { Trial } from "./trial.tsx";
import { useAct } from "./use-act.ts";

type Nothing = Record<string, never>;
type Props = {
  hasWebhook: boolean;
  save: FormSubmit<null>;
  remove: (input: Nothing) => Promise<ActionResult<null>>;
  attempt: (input: Nothing) => Promise<ActionResult<Delivery>>;
};

/** Where a person's webhook is. The address is a secret: it is never shown again. */
export function WebhookForm({ hasWebhook, save, remove, attempt }: Props) {
  const t = useTranslations("alerts.settings.webhook");
  const form = useForm(save);
  const removal = useAct<null>();
  const { refusal, values } = form;
  return (
    <>
      <p className="mt-3 text-ink-2">{t("text")}</p>
      {hasWebhook && (
        <div className="mt-4 flex flex-col gap-3">
          <p className="font-medium">{t("isSet")}</p>
          <div className="flex flex-wrap items-start gap-3">
            <Trial attempt={attempt} />
            <Button kind="quiet" aria-disabled={removal.isUnderWay} onClick={() => removal.act(() => remove({}))}>
              {t("remove")}
            </Button>
          </div>
          {removal.refusal && <Notice tone="refused">{removal.refusal}</Notice>}
        </div>
      )}
      <SettingForm form={form} submitLabel={t(hasWebhook ? "replace" : "submit")} savedLabel={t("saved")}>
        <TextField
          label={t("address")}
          name="webhook"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://hooks.slack.com/services/…"
          required
          defaultValue={refusal ? values.webhook : ""}
          error={refusal?.fields.webhook}
          hint={t("hint")}
        />
      </SettingForm>
    </>
  );
}
