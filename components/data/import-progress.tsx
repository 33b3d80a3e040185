"use client";

import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportView } from "#lib/import/view.ts";
import type { ActionResult } from "#lib/result.ts";
import { ProgressLine } from "./progress-line.tsx";
import { useImportWords } from "./use-import-words.ts";

type Props = {
  view: ImportView;
  isUnreachable: boolean;
  cancel: (input: { importId: number }) => Promise<ActionResult<null>>;
  onChange: () => Promise<void>;
};

/** How far an import is; it goes on without the page. */
export function ImportProgress({ view, isUnreachable, cancel, onChange }: Props) {
  const { t } = useImportWords();
  const { send, isUnderWay, refusal } = useSend();
  const counts = view.report?.counts;

  function stop() {
    send(async () => {
      const result = await cancel({ importId: view.importId });
      await onChange();
      return result;
    });
  }

  return (
    <section aria-labelledby="progress" className="border-rule-3 border-t pt-3 [&>*]:max-w-[640px]">
      <h2 id="progress" className="type-title">
        {view.status === "queued" ? t("progress.queued") : t("progress.rows", { count: view.recordsRead })}
      </h2>
      <ProgressLine view={view} label={t("progress.label")} />
      {counts && (
        <p className="text-ink-3">
          {t("progress.counts", { created: counts.created, updated: counts.updated, rejected: counts.rejected })}
        </p>
      )}
      <p className="type-prose max-w-[60ch] py-3 text-ink-2">{t("progress.leave")}</p>
      {isUnreachable && <Notice tone="refused">{t("unreachable")}</Notice>}
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <div className="flex flex-wrap items-center gap-3 pt-1">
        <Button disabled={isUnderWay} onClick={stop}>
          {t("progress.cancel")}
        </Button>
        <span className="text-ink-3 text-small">{t("progress.cancelHint")}</span>
      </div>
    </section>
  );
}
