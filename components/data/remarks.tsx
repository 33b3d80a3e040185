import { useFormatter } from "next-intl";
import type { ImportReport } from "#lib/import/report.ts";
import { useImportWords } from "./use-import-words.ts";

/** What is worth knowing besides the counts: warnings, columns that are not there, words that are no outcome, fields that are new. */
export function Remarks({ report: { counts, warnings, missingColumns, fieldsCreated } }: { report: ImportReport }) {
  const { t, warning } = useImportWords();
  const format = useFormatter();
  const others = Object.entries(counts.otherWords);
  if (warnings.length === 0 && fieldsCreated.length === 0 && others.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {warnings.map((code) => (
        <p key={code} className="border-warm border-l-2 pl-3">
          {warning(code)}
          {code === "missing_columns" && ` ${missingColumns.join(", ")}.`}
        </p>
      ))}
      {others.length > 0 && (
        <p className="wrap-anywhere border-warm border-l-2 pl-3">
          {t("otherWords")} {others.map(([word, times]) => `${word} (${format.number(times)})`).join(", ")}.
        </p>
      )}
      {fieldsCreated.length > 0 && (
        <details>
          <summary className="max-sm:min-h-11">{t("newFields", { count: fieldsCreated.length })}</summary>
          <p className="wrap-anywhere pt-1 text-ink-2">{fieldsCreated.join(", ")}</p>
        </details>
      )}
    </div>
  );
}
