import { useFormatter } from "next-intl";
import type { MappedColumn, Mapping } from "#lib/import/mapping.ts";
import type { ImportReport, SampleRow } from "#lib/import/report.ts";
import type { ImportView } from "#lib/import/view.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { RejectedRows } from "./rejected-rows.tsx";
import { useImportWords } from "./use-import-words.ts";

/** What a dry run understood: the first rows, and those that would not come in. */
export function DryRunResult({ view, report, mapping }: { view: ImportView; report: ImportReport; mapping: Mapping }) {
  const { t } = useImportWords();
  const own = new Map(mapping.columns.flatMap((entry) => ("key" in entry ? [[entry.key, entry] as const] : [])));
  return (
    <>
      <RejectedRows view={view} report={report} />
      {report.sample.length > 0 && (
        <section aria-labelledby="sample">
          <h2 id="sample" className="type-title">
            {t("sample.title", { count: report.sample.length })}
          </h2>
          <p className="pb-2 text-ink-3 text-small">{t("sample.hint")}</p>
          <ol className="border-rule-3 border-t">
            {report.sample.map((row) => (
              <Row key={row.line} row={row} own={own} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

type OwnEntries = ReadonlyMap<string, Extract<MappedColumn, { key: string }>>;

/** `own`: what columns that became fields of the organisation's own are called in the file, and hold. */
function Row({ row: { line, action, values }, own }: { row: SampleRow; own: OwnEntries }) {
  const { t, field } = useImportWords();
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-3 border-rule border-b py-1.5 sm:grid-cols-[52px_84px_minmax(0,1fr)]">
      <span className="text-right text-ink-3">{line}</span>
      <span className="font-semibold">{action ? t(`sample.${action}`) : ""}</span>
      <dl className="wrap-anywhere max-sm:col-start-2">
        {Object.entries(values).map(([key, value]) => (
          <div key={key} className="mr-3 inline">
            <dt className="inline text-ink-3">{name(key)}</dt> <dd className="inline">{show(value, key)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );

  function name(key: string): string {
    return own.get(key)?.column ?? (t.has(`sample.keys.${key}`) ? t(`sample.keys.${key}`) : field(key));
  }
  function show(value: SampleRow["values"][string], key: string): string {
    if (typeof value === "boolean") return t(value ? "sample.yes" : "sample.no");
    if (typeof value === "number") return own.get(key)?.type === "date" ? formatEpochDay(value) : format.number(value);
    return typeof value === "string" ? value : value.join("; ");
  }
}
