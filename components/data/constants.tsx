"use client";

import { Button } from "#components/ui/button.tsx";
import type { Mapping } from "#lib/import/mapping.ts";
import { choiceOf, withChoice } from "#lib/import/target-choice.ts";
import { InlineText } from "./inline-text.tsx";
import { TargetSelect } from "./target-select.tsx";
import { type NamedField, useImportWords } from "./use-import-words.ts";

type Props = { mapping: Mapping; ownFields: readonly NamedField[]; onChange: (mapping: Mapping) => void };

/** What holds for every row though no column says it. */
export function Constants({ mapping, ownFields, onChange }: Props) {
  const { t } = useImportWords();
  const rows = mapping.columns.flatMap((entry, at) => (entry.value === undefined ? [] : [{ entry, at }]));
  const replace = (at: number, ...entries: Mapping["columns"]) =>
    onChange({ ...mapping, columns: mapping.columns.toSpliced(at, 1, ...entries) });
  return (
    <section aria-labelledby="constants" className="flex flex-col items-start gap-1">
      <h2 id="constants" className="type-title">
        {t("constants.title")}
      </h2>
      <p className="text-ink-3 text-small">{t("constants.hint")}</p>
      {rows.length > 0 && (
        <ol className="w-full border-rule-3 border-t">
          {rows.map(({ entry, at }, place) => (
            <li
              key={`constant-${at.toString()}`}
              className="grid items-center gap-x-4 border-rule border-b py-1.5 sm:grid-cols-[1fr_1fr_auto]"
            >
              <TargetSelect
                label={t("constants.target", { number: place + 1 })}
                kind={mapping.kind}
                value={choiceOf(entry, ownFields)}
                ownFields={ownFields}
                onChange={(choice) => {
                  const column = { name: t("constants.name"), samples: [], type: "text" as const, dates: null };
                  replace(at, withChoice(entry, choice, { column, ownFields }));
                }}
              />
              <InlineText
                label={t("constants.value", { number: place + 1 })}
                value={entry.value ?? ""}
                onChange={(value) => value.trim() !== "" && replace(at, { ...entry, value: value.trim() })}
              />
              <Button kind="quiet" onClick={() => replace(at)}>
                {t("constants.remove")}
              </Button>
            </li>
          ))}
        </ol>
      )}
      <Button
        kind="quiet"
        onClick={() =>
          onChange({ ...mapping, columns: [...mapping.columns, { to: "ignore", value: t("constants.example") }] })
        }
      >
        {t("constants.add")}
      </Button>
    </section>
  );
}
