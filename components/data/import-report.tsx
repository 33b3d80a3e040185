import Link from "next/link";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportView, ScoresState } from "#lib/import/view.ts";
import { Ledger } from "./ledger.tsx";
import { ReadingLine } from "./reading-line.tsx";
import { RejectedRows } from "./rejected-rows.tsx";
import { Remarks } from "./remarks.tsx";
import { useImportWords } from "./use-import-words.ts";

/** What came of an import that is over. */
export function ImportReport({ view, scores }: { view: ImportView; scores: ScoresState }) {
  const { t, finding } = useImportWords();
  const { report, status } = view;
  return (
    <div className="grid gap-x-6 gap-y-6 border-rule-3 border-t pt-3 xl:grid-cols-[minmax(0,1fr)_392px]">
      <section aria-labelledby="report" className="flex min-w-0 flex-col gap-4">
        <h2 id="report" className={`type-name ${status === "failed" ? "text-hot" : ""}`}>
          {finding(view)}
        </h2>
        {status === "cancelled" && report && <p className="type-prose text-ink-2">{t("cancelled")}</p>}
        {status === "failed" && <p className="type-prose text-ink-2">{t(report ? "failedHalfway" : "failedWhole")}</p>}
        {report && report.counts.read > 0 && <Scores state={scores} />}
        {report && <RejectedRows view={view} report={report} />}
        <p>
          <Link href="/data" className="font-medium text-accent underline-offset-4 hover:underline">
            {t("another")} →
          </Link>
        </p>
      </section>
      {report && (
        <aside aria-label={t("ledger.label")} className="flex flex-col gap-4 xl:border-rule xl:border-l xl:pl-6">
          <Ledger kind={view.kind} report={report} />
          <Remarks report={report} />
          <ReadingLine reading={report.reading} />
        </aside>
      )}
    </div>
  );
}

/** Whether what came in counts already. */
function Scores({ state }: { state: ScoresState }) {
  const { t } = useImportWords();
  switch (state) {
    case "due":
      return <Notice tone="done">{t("scores.due")}</Notice>;
    case "none":
      return (
        <p className="text-ink-2">
          {t.rich("scores.none", {
            link: (words) => (
              <Link href="/model" className="font-medium text-accent underline-offset-4 hover:underline">
                {words}
              </Link>
            ),
          })}
        </p>
      );
    case "current":
      return (
        <p className="text-ink-2">
          {t.rich("scores.current", {
            link: (words) => (
              <Link href="/matrix" className="font-medium text-accent underline-offset-4 hover:underline">
                {words}
              </Link>
            ),
          })}
        </p>
      );
  }
}
