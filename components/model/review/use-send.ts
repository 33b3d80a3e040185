"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ActionResult } from "#lib/result.ts";

/** One thing at a time for the server to do, and the sentence when it did not. */
export function useSend() {
  const t = useTranslations("review.signOff");
  const router = useRouter();
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  /** `act` gives null when it was not even asked; `whyNot` says why. */
  function send(act: () => Promise<ActionResult<unknown> | null>, whyNot = t("unreachable")): void {
    startTransition(async () => {
      // Without an answer the network or the server is away.
      const result = await act().catch(() => undefined);
      setRefusal(words(result, whyNot));
      // It was not as the page shows it: somebody changed, signed or published meanwhile.
      if (result && !result.ok && result.refusal.code === "conflict") router.refresh();
    });
  }
  function words(result: ActionResult<unknown> | null | undefined, whyNot: string): string | null {
    if (result === undefined) return t("unreachable");
    if (result === null) return whyNot;
    return result.ok ? null : result.refusal.message;
  }
  return { send, isUnderWay, refusal };
}
