"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { WithdrawAdjustment } from "./adjusting.ts";

type Input = Parameters<WithdrawAdjustment>[0];

/** Takes a correction back. */
export function WithdrawButton({ input, withdraw }: { input: Input; withdraw: WithdrawAdjustment }) {
  const t = useTranslations("lead.adjust");
  const router = useRouter();
  const [isUnreachable, setUnreachable] = useState(false);
  const [isPending, startTransition] = useTransition();
  return (
    <>
      <button
        type="button"
        disabled={isPending}
        onClick={() =>
          startTransition(async () => {
            const isAnswered = await withdraw(input).then(
              () => true,
              () => false,
            );
            setUnreachable(!isAnswered);
            // Whatever came of it, the page now shows it.
            if (isAnswered) router.refresh();
          })
        }
        className="ml-1.5 min-h-6 text-accent underline-offset-4 hover:underline disabled:text-ink-3"
      >
        {t("withdraw")}
      </button>
      <span role="alert">{isUnreachable && <span className="ml-1.5 text-hot">{t("unreachable")}</span>}</span>
    </>
  );
}
