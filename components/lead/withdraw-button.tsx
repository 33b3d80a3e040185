"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";

type Input = { leadId: number; adjustmentId: number };

/** Takes a correction back. */
export function WithdrawButton({ input, withdraw }: { input: Input; withdraw: (input: Input) => Promise<unknown> }) {
  const t = useTranslations("lead.adjust");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <button
      type="button"
      disabled={isPending}
      onClick={() =>
        startTransition(async () => {
          await withdraw(input);
          // Whatever came of it, the page now shows it.
          router.refresh();
        })
      }
      className="ml-1.5 min-h-6 text-accent underline-offset-4 hover:underline disabled:text-ink-3"
    >
      {t("withdraw")}
    </button>
  );
}
