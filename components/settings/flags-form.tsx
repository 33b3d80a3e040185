"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import type { Flag } from "#lib/leads/flags.ts";
import type { ActionResult, FormSubmit } from "#lib/result.ts";

type Change = (input: { name: string }) => Promise<ActionResult<null>>;
type Props = {
  flags: readonly Flag[];
  add: FormSubmit<null>;
  retire: Change;
  /** Puts a flag back in use. */
  restore: Change;
};

/** The organisation's flags: a new one, and those that are there. */
export function FlagsForm({ flags, add, retire, restore }: Props) {
  const t = useTranslations("settings.leads.flags");
  const form = useForm(add);
  return (
    <>
      {flags.length > 0 && (
        <ul className="mt-3 border-rule border-t">
          {flags.map((flag) => (
            <FlagRow key={flag.name} flag={flag} change={flag.isRetired ? restore : retire} />
          ))}
        </ul>
      )}
      <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
        <TextField
          key={form.done ? flags.length : "same"}
          label={t("name")}
          name="name"
          required
          maxLength={40}
          autoComplete="off"
          hint={t("hint")}
          defaultValue={form.refusal ? form.values.name : ""}
          error={form.refusal?.fields.name}
        />
      </SettingForm>
    </>
  );
}

function FlagRow({ flag: { name, isRetired }, change }: { flag: Flag; change: Change }) {
  const t = useTranslations("settings.leads.flags");
  const [isPending, startTransition] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  function press() {
    startTransition(async () => {
      const result = await change({ name }).catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
    });
  }
  return (
    <li className="border-rule border-b py-1">
      <div className="flex min-h-9 items-center justify-between gap-4">
        <span className={`min-w-0 [overflow-wrap:anywhere] ${isRetired ? "text-ink-3" : "font-medium"}`}>
          {name}
          {isRetired && <span className="text-small">, {t("retired")}</span>}
        </span>
        <Button
          kind="quiet"
          disabled={isPending}
          onClick={press}
          aria-label={t(isRetired ? "restoreOf" : "retireOf", { name })}
        >
          {t(isRetired ? "restore" : "retire")}
        </Button>
      </div>
      <p role="alert" className="text-hot text-small">
        {refused}
      </p>
    </li>
  );
}
