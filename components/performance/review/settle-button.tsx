"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ActionResult } from "#lib/result.ts";

export type Settle = (input: { actionId: number; isDone: boolean }) => Promise<ActionResult<null>>;

type Props = { actionId: number; isDone: boolean; body: string; settle: Settle };

/** Says that something is done, or open after all. */
export function SettleButton({ actionId, isDone, body, settle }: Props) {
  const t = useTranslations("meeting.actions");
  const [isPending, startTransition] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  function press() {
    startTransition(async () => {
      const result = await settle({ actionId, isDone: !isDone }).catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
    });
  }
  return (
    <div className="text-right">
      <Button
        kind="quiet"
        disabled={isPending}
        onClick={press}
        aria-label={t(isDone ? "reopenOf" : "doneOf", { body })}
      >
        {t(isDone ? "reopen" : "done")}
      </Button>
      <p role="alert" className="text-hot text-small">
        {refused}
      </p>
    </div>
  );
}
