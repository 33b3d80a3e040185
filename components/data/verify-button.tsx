"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";

export type VerifyScores = (input: { scoresFirst: boolean }) => Promise<ActionResult<null>>;

type Props = {
  verify: VerifyScores;
  /** Whether all leads are to be scored anew before. */
  isScoringFirst: boolean;
  /** When the newest verification began; null: there was none. */
  newest: string | null;
};

const LOOK_MS = 1_500;

/** Asks for a verification, and looks for its outcome until that is there. */
export function VerifyButton({ verify, isScoringFirst, newest }: Props) {
  const t = useTranslations("data.verification");
  const router = useRouter();
  const { send, isUnderWay, refusal } = useSend();
  /** The newest one when this was asked for. */
  const [askedAfter, setAskedAfter] = useState<string | null | undefined>();
  const isWaiting = askedAfter !== undefined && askedAfter === newest;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => router.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isWaiting, router]);

  function onClick() {
    send(() => verify({ scoresFirst: isScoringFirst }), { onDone: () => setAskedAfter(newest) });
  }

  return (
    <>
      <Button disabled={isUnderWay || isWaiting} onClick={onClick}>
        {t(isScoringFirst ? "scoreAgain" : "again")}
      </Button>
      <span role="status">{isWaiting && t("asked")}</span>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </>
  );
}
