import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ActionResult, ShownRefusal } from "#lib/result.ts";

/** One thing at a time for the server to do; what it gave, or the sentence when it did not. */
export function useAct<T>() {
  const t = useTranslations("alerts");
  const [isUnderWay, startTransition] = useTransition();
  const [done, setDone] = useState<{ readonly value: T } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  function act(work: () => Promise<ActionResult<T>>): void {
    if (isUnderWay) return;
    startTransition(async () => {
      // Without an answer the network or the server is away.
      const result = await work().catch(() => null);
      setDone(result?.ok ? { value: result.value } : null);
      setRefusal(result?.ok ? null : result ? sentenceOf(result.refusal) : t("unreachable"));
    });
  }

  return {
    act,
    isUnderWay,
    done,
    refusal,
    reset: () => {
      setDone(null);
      setRefusal(null);
    },
  };
}

/** What is wrong with what was given says more than that something is. */
function sentenceOf({ message, fields }: ShownRefusal): string {
  return Object.values(fields)[0] ?? message;
}
