"use client";

import { Notice } from "#components/ui/notice.tsx";
import type { MappedColumn, Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { ColumnRow } from "./column-row.tsx";
import { type NamedField, useImportWords } from "./use-import-words.ts";

type Props = {
  file: OpenedFile;
  ownFields: readonly NamedField[];
  onChange: (mapping: Mapping) => void;
};

/** What every column becomes, and which columns of the mapping the file does not have. */
export function ColumnsSection({ file: { mapping, columns, guessed }, ownFields, onChange }: Props) {
  const { t } = useImportWords();
  const entries = new Map(mapping.columns.map((entry, at) => [keyOf(entry) ?? `=${at}`, entry]));
  const guesses = new Map(guessed.map((entry) => [entry.column, entry]));
  const used = columns.filter(({ name }) => (entries.get(name.toLowerCase())?.to ?? "ignore") !== "ignore").length;
  const known = new Set(columns.map(({ name }) => name.toLowerCase()));
  const absent = mapping.columns.filter(({ column }) => column !== undefined && !known.has(column.toLowerCase()));

  function put(entry: MappedColumn) {
    const key = keyOf(entry);
    const has = mapping.columns.some((old) => keyOf(old) === key);
    onChange({
      ...mapping,
      columns: has ? mapping.columns.map((old) => (keyOf(old) === key ? entry : old)) : [...mapping.columns, entry],
    });
  }

  return (
    <>
      <section aria-labelledby="columns">
        <h2 id="columns" className="type-title">
          {t("columns.finding", { used, count: columns.length })}
        </h2>
        <p className="pb-2 text-ink-3 text-small">{t("columns.hint")}</p>
        <ol className="border-rule-3 border-t">
          {columns.map((column) => {
            const ignored: MappedColumn = { to: "ignore", column: column.name };
            return (
              <ColumnRow
                key={column.name}
                column={column}
                entry={entries.get(column.name.toLowerCase()) ?? ignored}
                guess={guesses.get(column.name) ?? ignored}
                kind={mapping.kind}
                ownFields={ownFields}
                onChange={put}
              />
            );
          })}
        </ol>
      </section>
      {absent.length > 0 && (
        <Notice tone="refused">
          {t("columns.absent", { count: absent.length })} {absent.map(({ column }) => column).join(", ")}.
        </Notice>
      )}
    </>
  );
}

/** Headers are the same whatever their case; undefined for a value that is no column's. */
function keyOf({ column }: MappedColumn): string | undefined {
  return column?.toLowerCase();
}
