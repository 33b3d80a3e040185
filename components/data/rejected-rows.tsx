import { buttonClass } from "#components/ui/button.tsx";
import type { ImportReport } from "#lib/import/report.ts";
import type { ImportView } from "#lib/import/view.ts";
import { useImportWords } from "./use-import-words.ts";

/** The first rows that were not taken, and all of them as a file. */
export function RejectedRows({ view, report }: { view: ImportView; report: ImportReport }) {
  const { t, reason } = useImportWords();
  const { rejections, counts } = report;
  if (counts.rejected === 0) return null;
  return (
    <section aria-labelledby="rejected" className="flex flex-col items-start gap-3">
      <div>
        <h3 id="rejected" className="type-title">
          {t("rejected.title", { count: counts.rejected })}
        </h3>
        <p className="text-ink-3 text-small">
          {counts.rejected > rejections.length && rejections.length > 0
            ? t("rejected.first", { count: rejections.length })
            : t("rejected.all")}
        </p>
      </div>
      {rejections.length > 0 && (
        <table className="w-full border-collapse border-rule-3 border-t max-sm:block">
          <thead className="max-sm:sr-only">
            <tr className="[&>th]:py-1.5 [&>th]:pr-4">
              <th scope="col" className="type-label text-right">
                {t("rejected.line")}
              </th>
              <th scope="col" className="type-label">
                {t("rejected.column")}
              </th>
              <th scope="col" className="type-label">
                {t("rejected.value")}
              </th>
              <th scope="col" className="type-label">
                {t("rejected.reason")}
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rejections.map(({ line, column, value, reason: code }) => (
              <tr
                key={line}
                className="border-rule border-t align-baseline max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2 sm:[&>td]:py-1.5 sm:[&>td]:pr-4"
              >
                <td className="text-right text-ink-3 sm:w-px">{line}</td>
                <td className="wrap-anywhere">{column ?? t("rejected.wholeRow")}</td>
                <td className="wrap-anywhere font-semibold">{value ?? ""}</td>
                <td className="wrap-anywhere max-sm:w-full">{reason(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <a href={`/api/imports/${view.importId}/rejections`} download className={buttonClass()}>
        {t("rejected.download")}
      </a>
    </section>
  );
}
