import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ActionResult } from "#lib/result.ts";

/** One thing at a time: under way, done, or refused with a sentence; a lost connection says so too. */
export function useAttempt() {
  const t = useTranslations("workingTime");
  const [isPending, startTransition] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  function attempt(work: () => Promise<ActionResult<unknown>>) {
    startTransition(async () => {
      try {
        const result = await work();
        setRefused(result.ok ? null : result.refusal.message);
      } catch {
        setRefused(t("lost"));
      }
    });
  }
  return { attempt, isPending, refused };
}
