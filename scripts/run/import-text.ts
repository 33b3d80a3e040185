import type { ScoredDueLeads } from "#db/mutations/score-due-leads.ts";
import type { ImportKind } from "#lib/import/constants.ts";
import type { MappedColumn, Mapping } from "#lib/import/mapping.ts";
import type { ImportReport } from "#lib/import/report.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import type { ImportSentences } from "./sentences.ts";

/** An import as it ended, or what a dry run found. */
export type ToldImport = {
  readonly kind: ImportKind;
  readonly report: ImportReport;
  readonly isDryRun: boolean;
  readonly importId: number | null;
  readonly scored: ScoredDueLeads | null;
  readonly mapping: Mapping;
};

export function toJson(told: ToldImport, { reasonOf, warningOf }: ImportSentences): Record<string, unknown> {
  const { kind, report, isDryRun, importId, scored, mapping } = told;
  const { counts, reading, rejections, warnings, seconds, ...rest } = report;
  return {
    kind,
    dryRun: isDryRun,
    importId,
    ...counts,
    unchanged: unchanged(kind, counts),
    ...rest,
    ...reading,
    warnings: warnings.map((code) => ({ code, sentence: warningOf(code) })),
    rejections: rejections.map((row) => ({ ...row, sentence: reasonOf(row.reason) })),
    seconds,
    rowsPerSecond: seconds > 0 ? Math.round(counts.read / seconds) : null,
    scored: scored?.scored ?? null,
    ...(isDryRun && { mapping }),
  };
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

export function importText(told: ToldImport, { reasonOf, warningOf }: ImportSentences): string {
  const { kind, report, isDryRun, scored, mapping } = told;
  const { counts, reading } = report;
  const skipped = [reading.preamble && `${reading.preamble} in front`, reading.footer && `${reading.footer} behind`];
  const lines = [
    isDryRun ? "Dry run: nothing was written." : `Imported in ${report.seconds} s.`,
    `Read as ${reading.encoding}, ${grammar(reading)}, ${reading.hasHeader ? "with" : "without"} a header${skipped.some(Boolean) ? `; lines left out: ${skipped.filter(Boolean).join(", ")}` : ""}.`,
    `Dates are read ${mapping.dates.replaceAll("_", " ")}, decimals behind a ${mapping.decimal}.`,
    ...(mapping.missing.length > 0 ? [`Read as no value: ${mapping.missing.join(", ")}.`] : []),
    ...(isDryRun ? ["Columns:", ...mapping.columns.map(columnLine)] : []),
    `${counts.read} rows read: ${tally(kind, report)}, ${counts.rejected} rejected.`,
  ];
  if (counts.leadsCreated > 0) lines.push(`${counts.leadsCreated} leads were made for them.`);
  if (counts.joined > 0)
    lines.push(`${counts.joined} ${counts.joined === 1 ? "id" : "ids"} joined a lead with the same e-mail address.`);
  if (counts.conflicts > 0) lines.push(`${counts.conflicts} rows name two leads; their first identity counts.`);
  if (report.fieldsCreated.length > 0) lines.push(`New fields: ${report.fieldsCreated.join(", ")}.`);
  if (report.missingColumns.length > 0) lines.push(`Not in the file: ${report.missingColumns.join(", ")}.`);
  lines.push(...report.warnings.map(warningOf));
  const others = Object.entries(counts.otherWords).map(([word, times]) => `${word} (${times})`);
  if (others.length > 0) lines.push(`Neither won nor lost, so no outcome: ${others.join(", ")}.`);
  for (const { line, column, value, reason } of report.rejections)
    lines.push(
      `  line ${line}${column ? `, ${column}` : ""}: ${reasonOf(reason)}${value === null ? "" : ` (${JSON.stringify(value)})`}`,
    );
  const more = counts.rejected - report.rejections.length;
  if (more > 0) lines.push(isDryRun ? `  and ${more} more.` : `  and ${more} more: --rejected FILE writes them all.`);
  if (scored && scored.way !== "none") lines.push(`${scored.scored} leads scored.`);
  return lines.join("\n");
}

const LINE_ENDS: Readonly<Record<string, string>> = { lf: "LF", crlf: "CR LF", cr: "CR" };

function grammar({ separator, quote, lineEnd }: ImportReport["reading"]): string {
  const quoted = quote === null ? "without quotes" : `quoted with ${quote}`;
  return `separated by ${SEPARATOR_NAMES[separator] ?? separator}, ${quoted}, lines ended by ${LINE_ENDS[lineEnd] ?? lineEnd}`;
}

/** What becomes of a column. */
function columnLine(entry: MappedColumn): string {
  const from = entry.column ?? `${JSON.stringify(entry.value)} in every row`;
  const dates = entry.dates ? `, dates ${entry.dates.replaceAll("_", " ")}` : "";
  return `  ${from} -> ${targetText(entry)}${dates}`;
}

function targetText(entry: MappedColumn): string {
  switch (entry.to) {
    case "ignore":
      return "left out";
    case "field":
      return entry.field;
    case "custom":
      return `new or own field ${entry.key} (${entry.type})`;
    case "property":
      return `property ${entry.key} (${entry.type})`;
    case "permission":
      return entry.inverted ? `not ${entry.permission}` : entry.permission;
    default:
      return entry.to;
  }
}

function tally(kind: ImportKind, { counts }: ImportReport): string {
  if (kind === "leads") {
    const repeated = counts.repeated > 0 ? `, ${counts.repeated} about a lead of an earlier row` : "";
    return `${counts.created} leads created, ${counts.updated} updated, ${unchanged(kind, counts)} unchanged${repeated}`;
  }
  return `${counts.created} ${kind} created, ${unchanged(kind, counts)} there already, ${counts.empty} rows without any`;
}
