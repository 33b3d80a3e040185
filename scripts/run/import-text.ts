import type { ScoredDueLeads } from "#db/mutations/score-due-leads.ts";
import type { ImportKind } from "#lib/import/constants.ts";
import type { Mapping } from "#lib/import/mapping.ts";
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
  const { kind, report, isDryRun, scored } = told;
  const { counts, reading } = report;
  const skipped = [reading.preamble && `${reading.preamble} in front`, reading.footer && `${reading.footer} behind`];
  const lines = [
    isDryRun ? "Dry run: nothing was written." : `Imported in ${report.seconds} s.`,
    `Read as ${reading.encoding}, separated by ${SEPARATOR_NAMES[reading.separator] ?? reading.separator}, ${reading.hasHeader ? "with" : "without"} a header${skipped.some(Boolean) ? `; lines left out: ${skipped.filter(Boolean).join(", ")}` : ""}.`,
    `${counts.read} rows read: ${tally(kind, report)}, ${counts.rejected} rejected.`,
  ];
  if (counts.leadsCreated > 0) lines.push(`${counts.leadsCreated} leads were made for them.`);
  if (counts.joined > 0) lines.push(`${counts.joined} ids joined a lead with the same e-mail address.`);
  if (counts.conflicts > 0) lines.push(`${counts.conflicts} rows name two leads; their first identity counts.`);
  if (report.fieldsCreated.length > 0) lines.push(`New fields: ${report.fieldsCreated.join(", ")}.`);
  if (report.missingColumns.length > 0) lines.push(`Not in the file: ${report.missingColumns.join(", ")}.`);
  lines.push(...report.warnings.map(warningOf));
  for (const { line, column, value, reason } of report.rejections)
    lines.push(
      `  line ${line}${column ? `, ${column}` : ""}: ${reasonOf(reason)}${value === null ? "" : ` (${JSON.stringify(value)})`}`,
    );
  if (scored && scored.way !== "none") lines.push(`${scored.scored} leads scored.`);
  return lines.join("\n");
}

function tally(kind: ImportKind, { counts }: ImportReport): string {
  if (kind === "leads")
    return `${counts.created} leads created, ${counts.updated} updated, ${unchanged(kind, counts)} unchanged`;
  return `${counts.created} ${kind} created, ${unchanged(kind, counts)} there already, ${counts.empty} rows without any`;
}
