"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import type { MailSettings } from "#lib/alerts/mail-settings.ts";
import type { Delivery } from "#lib/outgoing/delivery.ts";
import { MAIL_SECURITIES } from "#lib/outgoing/mail-security.ts";
import type { ActionResult, FormSubmit } from "#lib/result.ts";
import { Trial } from "./trial.tsx";
import { useAct } from "./use-act.ts";

type Nothing = Record<string, never>;
type Props = {
  /** null: none is set up. */
  server: MailSettings | null;
  save: FormSubmit<null>;
  remove: (input: Nothing) => Promise<ActionResult<null>>;
  attempt: (input: Nothing) => Promise<ActionResult<Delivery>>;
};

/** Through which server e-mail leaves. The password is never shown again. */
export function MailServerForm({ server, save, remove, attempt }: Props) {
  const t = useTranslations("alerts.delivery.mail");
  const form = useForm(save);
  const removal = useAct<null>();
  const { refusal, values } = form;
  const shown = (field: keyof MailSettings) => (refusal ? values[field] : String(server?.[field] ?? ""));
  const security = MAIL_SECURITIES.find((each) => each === values.security) ?? server?.security ?? "starttls";
  return (
    <>
      <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
        <div className="grid grid-cols-[minmax(0,1fr)_80px] gap-4">
          <TextField
            label={t("host")}
            name="host"
            autoComplete="off"
            spellCheck={false}
            placeholder="smtp.example.com"
            required
            defaultValue={shown("host")}
            error={refusal?.fields.host}
          />
          <TextField
            label={t("port")}
            name="port"
            inputMode="numeric"
            required
            defaultValue={shown("port") || "587"}
            error={refusal?.fields.port}
          />
        </div>
        <Select
          label={t("security")}
          name="security"
          defaultValue={security}
          choices={MAIL_SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }))}
        />
        <TextField
          label={t("userName")}
          name="userName"
          autoComplete="off"
          spellCheck={false}
          defaultValue={shown("userName")}
          error={refusal?.fields.userName}
          hint={t("userNameHint")}
        />
        <TextField
          label={t("password")}
          name="password"
          type="password"
          autoComplete="new-password"
          error={refusal?.fields.password}
          hint={server?.userName ? t("passwordKept") : undefined}
        />
        <TextField
          label={t("fromAddress")}
          name="fromAddress"
          type="email"
          autoComplete="off"
          required
          defaultValue={shown("fromAddress")}
          error={refusal?.fields.fromAddress}
        />
      </SettingForm>
      {server && (
        <div className="mt-6 flex flex-wrap items-start gap-3 border-rule border-t pt-4">
          <Trial attempt={attempt} />
          <Button kind="quiet" aria-disabled={removal.isUnderWay} onClick={() => removal.act(() => remove({}))}>
            {t("remove")}
          </Button>
          {removal.refusal && <Notice tone="refused">{removal.refusal}</Notice>}
        </div>
      )}
    </>
  );
}
