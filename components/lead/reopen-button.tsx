"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ActionResult } from "#lib/result.ts";

export type ReopenLead = (input: { leadId: number }) => Promise<ActionResult<null>>;

/** Makes a lead of one again that was given up. */
export function ReopenButton({ leadId, reopen }: { leadId: number; reopen: ReopenLead }) {
  const t = useTranslations("lead.work");
  const router = useRouter();
  const [refused, setRefused] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  function press() {
    startTransition(async () => {
      const result = await reopen({ leadId }).catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
      // Whatever came of it, the page now shows it.
      if (result) router.refresh();
    });
  }
  return (
    <>
      <Button disabled={isPending} onClick={press}>
        {t("reopen")}
      </Button>
      <span role="alert" className="text-hot text-small">
        {refused}
      </span>
    </>
  );
}
