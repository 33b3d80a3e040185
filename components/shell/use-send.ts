"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ActionResult } from "#lib/result.ts";

type Options<T> = {
  /** Why the server was not even asked; null where that is said elsewhere. */
  readonly whyNot?: string | null;
  readonly onDone?: (value: T) => void;
};

/** One thing at a time for the server to do, and the sentence when it did not. */
export function useSend() {
  const t = useTranslations("shell");
  const router = useRouter();
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  /** `act` gives null when the server was not asked. */
  function send<T>(act: () => Promise<ActionResult<T> | null>, { whyNot = t("noAnswer"), onDone }: Options<T> = {}) {
    startTransition(async () => {
      // Without an answer the network or the server is away.
      const result = await act().catch(() => undefined);
      if (result === undefined) setRefusal(t("noAnswer"));
      else if (result === null) setRefusal(whyNot);
      else if (result.ok) {
        setRefusal(null);
        onDone?.(result.value);
      } else {
        setRefusal(result.refusal.message);
        // It was not as the page shows it: somebody changed, signed or published meanwhile.
        if (result.refusal.code === "conflict") router.refresh();
      }
    });
  }
  return { send, isUnderWay, refusal };
}
