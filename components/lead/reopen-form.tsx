"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";

export type ReopenLead = (input: { leadId: number; reason: string }) => Promise<ActionResult<null>>;

/** Makes a lead of one again that was given up, with the reason. */
export function ReopenForm({ leadId, reopen }: { leadId: number; reopen: ReopenLead }) {
  const t = useTranslations("lead.work");
  const router = useRouter();
  const [isAsked, ask] = useState(false);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    if (reason.trim() === "") return setRefused(t("reopenWhyNeeded"));
    startTransition(async () => {
      const result = await reopen({ leadId, reason: reason.trim() }).catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
      // Whatever came of it, the page now shows it.
      if (result) router.refresh();
    });
  }
  // The bar lies over the page: the question takes room only when it is asked.
  if (!isAsked) return <Button onClick={() => ask(true)}>{t("reopen")}</Button>;
  return (
    <form onSubmit={submit} noValidate className="flex w-full flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <TextField
          label={t("reopenWhy")}
          autoFocus
          value={reason}
          error={refused ?? undefined}
          autoComplete="off"
          maxLength={LONGEST_NOTE}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="submit" kind="act" disabled={isPending}>
        {t("reopen")}
      </Button>
      <Button onClick={() => ask(false)}>{t("reopenCancel")}</Button>
    </form>
  );
}
