import { detectLayout, type Layout } from "#lib/csv/detect.ts";
import type { Inspection } from "#lib/csv/inspect.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { FieldCatalogue, FieldType } from "#lib/scoring/facts.ts";
import type { Mapping, TargetName } from "./mapping.ts";
import type { ReportedReading } from "./reading.ts";
import type { ImportRefusal } from "./refusal.ts";
import { checkMapping, hasMappedColumn, missingColumns } from "./targets.ts";
import type { ImportWarning } from "./warnings.ts";

export type NewField = {
  readonly key: string;
  readonly entity: "lead" | "account";
  readonly type: FieldType;
  readonly label: Label;
};

/** All that is decided before the first row is read. */
export type ImportPlan = {
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly newFields: readonly NewField[];
  readonly missingColumns: readonly string[];
  readonly warnings: readonly ImportWarning[];
};

export type Planned = { readonly ok: true; readonly plan: ImportPlan } | ({ readonly ok: false } & ImportRefusal);

type Planning = { readonly inspection: Inspection; readonly mapping: Mapping; readonly fieldTypes: FieldCatalogue };

/** Decides how a file is read and what becomes of its columns, or why nothing of it can be imported. */
export async function planImport({ inspection, mapping, fieldTypes }: Planning): Promise<Planned> {
  const detection = await detectLayout(inspection, mapping.dialect);
  if (!detection.ok) return { ok: false, refusal: detection.refusal, about: "" };
  const { layout } = detection;
  const wrong = checkMapping(mapping) ?? wrongField(mapping, fieldTypes);
  if (wrong) return { ok: false, ...wrong };
  if (!hasMappedColumn(mapping, layout.columns)) return { ok: false, refusal: "no_mapped_column", about: mapping.kind };
  const missing = missingColumns(mapping, layout.columns);
  const [vital] = missing.vital;
  if (vital !== undefined) return { ok: false, refusal: "missing_column", about: vital };
  const plan = { layout, mapping, newFields: newFields(mapping, fieldTypes), missingColumns: missing.other };
  return { ok: true, plan: { ...plan, warnings: warningsOf(plan) } };
}

function wrongField(mapping: Mapping, types: FieldCatalogue): ImportRefusal | null {
  for (const entry of mapping.columns) {
    if (entry.to !== "custom") continue;
    if (Object.hasOwn(STANDARD_FIELDS, entry.key)) return { refusal: "reserved_field", about: entry.key };
    const type = types[entry.key];
    if (type !== undefined && type !== entry.type) return { refusal: "field_type_differs", about: entry.key };
  }
  return null;
}

function newFields(mapping: Mapping, types: FieldCatalogue): NewField[] {
  return mapping.columns.flatMap((entry) => {
    if (entry.to !== "custom" || types[entry.key] !== undefined) return [];
    const { key, type, label, column } = entry;
    const entity = key.startsWith("account.") ? ("account" as const) : ("lead" as const);
    return [{ key, entity, type, label: label ?? column?.replace(/\s+/g, " ").trim().slice(0, 120) ?? key }];
  });
}

const IDENTIFYING: readonly TargetName[] = ["identities", "external_id", "email"];

function warningsOf({
  layout,
  mapping,
  missingColumns: missing,
}: Omit<ImportPlan, "warnings">): ImportPlan["warnings"] {
  const identifies = mapping.columns.some(({ to }) => IDENTIFYING.includes(to));
  const warnings: ImportWarning[] = [];
  if (layout.hasBrokenBytes) warnings.push("broken_bytes");
  if (layout.hasNul && layout.dialect.encoding === "utf-8") warnings.push("nul_bytes");
  if (!identifies) warnings.push("no_identity_column");
  if (missing.length > 0) warnings.push("missing_columns");
  return warnings;
}

export function reportReading({ dialect, columns }: Layout): ReportedReading {
  const { encoding, separator, quote, lineEnd, preamble, hasHeader, footer } = dialect;
  return { encoding, separator, quote, lineEnd, preamble, hasHeader, footer, columns: [...columns] };
}
