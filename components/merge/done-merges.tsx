"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMoments } from "#components/model/moments.ts";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import type { DoneMerge } from "#lib/leads/merge-view.ts";
import type { ActionResult } from "#lib/result.ts";

export type UndoMerge = (input: { keptId: number; mergeId: number }) => Promise<ActionResult<{ leadId: number }>>;

type Props = { keptId: number; merges: readonly DoneMerge[]; undo: UndoMerge };

/** What was merged into a lead; the newest can be taken out again. */
export function DoneMerges({ keptId, merges, undo }: Props) {
  const t = useTranslations("merge.done");
  const { day, time } = useMoments();
  const moment = (at: number) => {
    const iso = new Date(at).toISOString();
    return `${day(iso)} ${time(iso)}`;
  };
  const router = useRouter();
  const { send, isUnderWay, refusal } = useSend();
  return (
    <section aria-labelledby="done" className="mt-8">
      <h2 id="done" className="type-title border-rule-3 border-b pb-1">
        {t("title")}
      </h2>
      <ul>
        {merges.map(({ mergeId, mergedId, at, cause, actor }, place) => (
          <li
            key={mergeId}
            className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-rule border-b py-1"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t("line", { leadId: mergedId, at: moment(at) })}
              <span className="block text-ink-3 text-small">
                {cause === "hand" ? t("hand", { actor: actor ?? t("somebody") }) : t(cause)}
              </span>
            </span>
            {place === 0 && (
              <Button
                disabled={isUnderWay}
                onClick={() =>
                  send(() => undo({ keptId, mergeId }), { onDone: ({ leadId }) => router.push(`/leads/${leadId}`) })
                }
              >
                {t("undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-[68ch] text-ink-3 text-small">{t("text")}</p>
      <p role="alert" className="text-hot text-small">
        {refusal}
      </p>
    </section>
  );
}
