"use client";

import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { ENCODINGS, SEPARATORS } from "#lib/csv/dialect.ts";
import { IMPORT_KINDS } from "#lib/import/constants.ts";
import { PRESETS } from "#lib/import/known-headers.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { choicesOf, separatorWord, withOwn } from "./reading-choices.ts";
import { useImportWords } from "./use-import-words.ts";
import type { ReadAgain } from "./use-mapping.ts";

type Props = {
  file: OpenedFile;
  /** Nothing that changes what the columns are. */
  onChange: (mapping: Mapping) => void;
  onRead: (again: Partial<ReadAgain>) => void;
};

const OTHER = "file";
const MOST_SKIPPED = 12;

/** What the file is and how it is built; all but its source read the file again. */
export function FileSentence({ file: { mapping, reading }, onChange, onRead }: Props) {
  const { t } = useImportWords();
  const restate = (more: Mapping["dialect"]) => onRead({ dialect: { ...mapping.dialect, ...more } });
  const label = (name: string) => t(`reading.labels.${name}`);
  const skipped = (count: number) =>
    choicesOf([...Array(Math.max(MOST_SKIPPED, count) + 1).keys()], (lines) => t("reading.lines", { count: lines }));

  return (
    <p>
      {t.rich("reading.file", {
        kind: () => (
          <SentenceSelect
            label={label("kind")}
            choices={choicesOf(IMPORT_KINDS, (kind) => t(`kind.${kind}`))}
            value={mapping.kind}
            onChange={(kind) => onRead({ kind, keepsChoices: false })}
          />
        ),
        source: () => (
          <SentenceSelect
            label={label("source")}
            choices={choicesOf(withOwn([...PRESETS, OTHER], mapping.source), (source) =>
              t.has(`source.${source}`) ? t(`source.${source}`) : source,
            )}
            value={mapping.source}
            onChange={(source) => onChange({ ...mapping, source })}
          />
        ),
        encoding: () => (
          <SentenceSelect
            label={label("encoding")}
            choices={choicesOf(ENCODINGS, (encoding) => t(`reading.encoding.${encoding}`))}
            value={ENCODINGS.find((known) => known === reading.encoding) ?? "utf-8"}
            onChange={(encoding) => restate({ encoding })}
          />
        ),
        separator: () => (
          <SentenceSelect
            label={label("separator")}
            choices={choicesOf(withOwn(SEPARATORS, reading.separator), (sign) => separatorWord(t, sign))}
            value={reading.separator}
            onChange={(separator) => restate({ separator })}
          />
        ),
        header: () => (
          <SentenceSelect
            label={label("header")}
            choices={choicesOf(["yes", "no"], (answer) => t(`reading.header.${answer}`))}
            value={reading.hasHeader ? "yes" : "no"}
            onChange={(answer) => restate({ header: answer === "yes" })}
          />
        ),
        preamble: () => (
          <SentenceSelect
            label={label("preamble")}
            choices={skipped(reading.preamble)}
            value={reading.preamble}
            onChange={(preamble) => restate({ preamble })}
          />
        ),
        footer: () => (
          <SentenceSelect
            label={label("footer")}
            choices={skipped(reading.footer)}
            value={reading.footer}
            onChange={(footer) => restate({ footer })}
          />
        ),
      })}
    </p>
  );
}
