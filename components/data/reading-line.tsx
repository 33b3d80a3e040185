import { ENCODINGS } from "#lib/csv/dialect.ts";
import type { ReportedReading } from "#lib/import/reading.ts";
import { separatorWord, signsText } from "./reading-choices.ts";
import { useImportWords } from "./use-import-words.ts";

/** How the file was read. */
export function ReadingLine({ reading }: { reading: ReportedReading }) {
  const { t } = useImportWords();
  const encoding = ENCODINGS.find((known) => known === reading.encoding);
  return (
    <p className="text-ink-3 text-small">
      {t("reading.was", {
        encoding: encoding ? t(`reading.encoding.${encoding}`) : reading.encoding,
        separator: separatorWord(t, reading.separator),
        signs: signsText(t, reading),
        columns: reading.columns.length,
        header: t(reading.hasHeader ? "reading.withHeader" : "reading.withoutHeader"),
        skipped: reading.preamble + reading.footer,
      })}
    </p>
  );
}
