import { useFormatter } from "next-intl";
import type { MappedColumn, Mapping } from "#lib/import/mapping.ts";
import type { SampleRow } from "#lib/import/report.ts";
import { targetKey } from "#lib/import/targets.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { useImportWords } from "./use-import-words.ts";

type Props = { rows: readonly SampleRow[]; mapping: Mapping };

/** So many values stand on the closed line of a row. */
const SHOWN_VALUES = 6;

/** The first rows of a file as a dry run understood them; each opens to all its values. */
export function SampleRows({ rows, mapping }: Props) {
  const { t } = useImportWords();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="sample">
      <h2 id="sample" className="type-title">
        {t("sample.title", { count: rows.length })}
      </h2>
      <p className="pb-2 text-ink-3 text-small">{t("sample.hint")}</p>
      <ol className="border-rule-3 border-t">
        {rows.map((row) => (
          <Row key={row.line} row={row} columns={mapping.columns} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row: { line, action, values }, columns }: { row: SampleRow; columns: Mapping["columns"] }) {
  const { t, field } = useImportWords();
  const format = useFormatter();
  const entries = new Map(columns.map((entry) => [targetKey(entry), entry]));
  const order = [...entries.keys()];
  // What no column is mapped to by that name, as the lead of an event, comes first.
  const keys = Object.keys(values).sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return (
    <li className="border-rule border-b">
      <details className="group">
        <summary className="grid cursor-pointer grid-cols-[36px_minmax(0,1fr)] items-baseline gap-x-3 py-1.5 max-sm:min-h-11 sm:grid-cols-[36px_84px_minmax(0,1fr)]">
          <span className="text-right text-ink-3">{line}</span>
          {action && <span className="font-semibold">{t(`sample.${action}`)}</span>}
          <span className="wrap-anywhere group-open:invisible max-sm:col-start-2 sm:truncate">
            {keys.slice(0, SHOWN_VALUES).map(shownValue).join(" · ")}
            {keys.length > SHOWN_VALUES && <span className="text-ink-3"> +{keys.length - SHOWN_VALUES}</span>}
          </span>
        </summary>
        <dl className="grid gap-x-6 pb-3 pl-12 sm:grid-cols-2">
          {keys.map((key) => (
            <div key={key} className="flex justify-between gap-3 border-rule border-t py-1">
              <dt className="wrap-anywhere text-ink-3">{name(key)}</dt>
              <dd className="wrap-anywhere text-right">{shownValue(key)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );

  function name(key: string): string {
    if (t.has(`sample.keys.${key}`)) return t(`sample.keys.${key}`);
    const entry = entries.get(key);
    return entry && isOwn(entry) ? (entry.column ?? key) : field(key);
  }
  function shownValue(key: string): string {
    const value = values[key] ?? "";
    if (typeof value === "boolean") return t(value ? "sample.yes" : "sample.no");
    if (typeof value === "string") return value;
    if (typeof value === "object") return value.join("; ");
    const entry = entries.get(key);
    return entry && isOwn(entry) && entry.type === "date" ? formatEpochDay(value) : format.number(value);
  }
}

function isOwn(entry: MappedColumn): entry is Extract<MappedColumn, { key: string }> {
  return entry.to === "custom" || entry.to === "property";
}
