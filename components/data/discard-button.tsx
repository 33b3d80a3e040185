"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";

type Props = {
  importId: number;
  disabled?: boolean;
  discard: (input: { importId: number }) => Promise<ActionResult<null>>;
};

/** Forgets a file of which nothing was imported. */
export function DiscardButton({ importId, disabled, discard }: Props) {
  const t = useTranslations("data");
  const router = useRouter();
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  function onClick() {
    startTransition(async () => {
      const result = await discard({ importId });
      if (result.ok) router.push("/data");
      else setRefusal(result.refusal.message);
    });
  }

  return (
    <>
      <Button kind="quiet" disabled={disabled || isUnderWay} onClick={onClick}>
        {t("discard")}
      </Button>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </>
  );
}
