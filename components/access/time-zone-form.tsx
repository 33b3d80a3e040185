"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ListField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";

type Props = { action: FormSubmit<null>; zones: readonly string[]; chosen: string };

export function TimeZoneForm({ action, zones, chosen }: Props) {
  const t = useTranslations("settings.organisation");
  const [state, submit, isPending] = useActionState(action, null);
  const refusal = state?.result.ok === false ? state.result.refusal : null;
  return (
    <form action={submit} className="mt-6 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <ListField
        // What was chosen is the default once it is saved.
        key={chosen}
        label={t("timeZone")}
        name="timeZone"
        defaultValue={refusal ? state?.values.timeZone : chosen}
        hint={t("timeZoneHint")}
        error={refusal?.fields.timeZone}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </ListField>
      <div className="flex items-center gap-4">
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("timeZoneSubmit")}
        </Button>
        {state?.result.ok && (
          <p role="status" className="text-ink-2">
            {t("timeZoneSaved")}
          </p>
        )}
      </div>
    </form>
  );
}
