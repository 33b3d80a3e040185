"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import type { ActionResult } from "#lib/result.ts";

export type MergeLeads = (input: { keptId: number; mergedId: number }) => Promise<ActionResult<null>>;

type Props = { keptId: number; mergedId: number; merge: MergeLeads };

export function MergeButton({ keptId, mergedId, merge }: Props) {
  const t = useTranslations("merge");
  const router = useRouter();
  const { send, isUnderWay, refusal } = useSend();
  return (
    <>
      <Button
        kind="act"
        disabled={isUnderWay}
        onClick={() => send(() => merge({ keptId, mergedId }), { onDone: () => router.push(`/leads/${keptId}`) })}
      >
        {t(isUnderWay ? "merging" : "merge")}
      </Button>
      <span role="alert" className="text-hot text-small empty:hidden">
        {refusal}
      </span>
    </>
  );
}
