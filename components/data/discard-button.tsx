"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSend } from "#components/shell/use-send.ts";
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
  const { send, isUnderWay, refusal } = useSend();
  const leave = () => router.push("/data");

  return (
    <>
      <Button
        kind="quiet"
        disabled={disabled || isUnderWay}
        onClick={() => send(() => discard({ importId }), { onDone: leave })}
      >
        {t("discard")}
      </Button>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </>
  );
}
