"use client";

import type { ImportKind } from "#lib/import/constants.ts";
import type { MappedColumn } from "#lib/import/mapping.ts";
import { choiceOf, withChoice } from "#lib/import/target-choice.ts";
import type { FileColumn } from "#lib/import/view.ts";
import { TargetDetails } from "./target-details.tsx";
import { TargetSelect } from "./target-select.tsx";
import { type NamedField, useImportWords } from "./use-import-words.ts";

type Props = {
  column: FileColumn;
  entry: MappedColumn;
  guess: MappedColumn;
  kind: ImportKind;
  ownFields: readonly NamedField[];
  onChange: (entry: MappedColumn) => void;
};

/** A column of the file, some of its values, and what it becomes. */
export function ColumnRow({ column, entry, guess, kind, ownFields, onChange }: Props) {
  const { t } = useImportWords();
  const choice = choiceOf(entry, ownFields);
  const isIgnored = entry.to === "ignore";
  return (
    <li
      aria-label={column.name}
      className="grid items-start gap-x-4 border-rule border-b py-1.5 max-md:gap-y-1 max-md:py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,0.8fr)_minmax(0,1.6fr)]"
    >
      <div className="min-w-0 py-1">
        <p className={`wrap-anywhere font-semibold ${isIgnored ? "text-ink-3" : ""}`}>{column.name}</p>
        <p className="truncate text-ink-3 text-small" title={column.samples.join(" · ")}>
          {column.samples.length === 0 ? t("columns.noValues") : column.samples.join(" · ")}
        </p>
      </div>
      <TargetSelect
        label={t("columns.becomes", { column: column.name })}
        kind={kind}
        value={choice}
        isChanged={choice !== choiceOf(guess, ownFields)}
        ownFields={ownFields}
        onChange={(next) => onChange(withChoice(entry, next, { column, ownFields }))}
      />
      <TargetDetails entry={entry} column={column.name} isNew={choice === "new"} onChange={onChange} />
    </li>
  );
}
