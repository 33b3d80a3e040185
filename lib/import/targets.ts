import { findColumn } from "./cells.ts";
import type { ImportKind } from "./constants.ts";
import type { Target } from "./known-headers.ts";
import type { Mapping, TargetName } from "./mapping.ts";

const LEAD: readonly TargetName[] = ["email", "external_id"];
const OUTCOME: readonly TargetName[] = ["outcome", "outcome_id", "outcome_time", "outcome_value", "outcome_currency"];

const VITAL: readonly TargetName[] = [
  ...["identities", "email", "external_id", "outcome", "outcome_id", "outcome_time"],
  ...["cost_month", "cost_source", "cost_amount"],
] as const;

/** What columns of each kind of file may mean. */
export const TARGETS: Readonly<Record<ImportKind, readonly TargetName[]>> = {
  leads: [
    "ignore",
    "identities",
    ...LEAD,
    "full_name",
    "field",
    "custom",
    "created_at",
    "permission",
    "owner",
    ...OUTCOME,
  ],
  events: ["ignore", ...LEAD, "event_type", "event_time", "event_id", "event_asset", "property"],
  outcomes: ["ignore", ...LEAD, ...OUTCOME],
  costs: ["ignore", "cost_month", "cost_source", "cost_amount", "cost_currency"],
};

/** What is wrong with a mapping as a whole; the sentences stand in the catalogue under `import.refusals`. */
export const MAPPING_REFUSALS = [
  "wrong_kind",
  "no_mapped_column",
  "missing_column",
  "target_of_other_kind",
  "repeated_target",
  "no_lead_column",
  "no_event_time",
  "no_event_type",
  "no_outcome",
  "no_cost_month",
  "no_cost_amount",
  "field_type_differs",
  "reserved_field",
] as const;
export type MappingRefusal = {
  readonly refusal: (typeof MAPPING_REFUSALS)[number];
  /** The column, target or field it is about. */
  readonly about: string;
};

/** Targets that several columns may share; of the others, the second would hide the first. */
const REPEATABLE: readonly TargetName[] = ["ignore", "external_id", "email"];

/** What keeps a mapping from meaning anything for its kind; null when nothing does. */
export function checkMapping(mapping: Mapping): MappingRefusal | null {
  const used = mapping.columns.filter(({ to }) => to !== "ignore");
  if (used.every(({ column }) => column === undefined)) return { refusal: "no_mapped_column", about: mapping.kind };
  const stray = used.find(({ to }) => !TARGETS[mapping.kind].includes(to));
  if (stray) return { refusal: "target_of_other_kind", about: stray.to };
  const names = used.filter(({ to }) => !REPEATABLE.includes(to)).map(targetKey);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated) return { refusal: "repeated_target", about: repeated };
  return checkKind(mapping);
}

/** What a column fills, so that two columns with the same key collide. */
export function targetKey(entry: Target): string {
  switch (entry.to) {
    case "field":
      return entry.field;
    case "custom":
    case "property":
      return entry.key;
    case "permission":
      return entry.permission;
    default:
      return entry.to;
  }
}

function checkKind(mapping: Mapping): MappingRefusal | null {
  const has = (...names: TargetName[]) => mapping.columns.some(({ to }) => names.includes(to));
  if (mapping.kind === "leads") return null;
  if (mapping.kind === "costs") {
    if (!has("cost_month")) return { refusal: "no_cost_month", about: mapping.kind };
    return has("cost_amount") ? null : { refusal: "no_cost_amount", about: mapping.kind };
  }
  if (!has("email", "external_id")) return { refusal: "no_lead_column", about: mapping.kind };
  if (mapping.kind === "outcomes") return has("outcome") ? null : { refusal: "no_outcome", about: mapping.kind };
  const hasTimes = has("event_time") || mapping.events?.every(({ time }) => time !== undefined);
  if (!hasTimes) return { refusal: "no_event_time", about: mapping.kind };
  return mapping.events || has("event_type") ? null : { refusal: "no_event_type", about: mapping.kind };
}

/** Columns that a mapping names and a file lacks: those without which rows mean something else, and the others. */
export function missingColumns(
  mapping: Mapping,
  columns: readonly string[],
): { readonly vital: string[]; readonly other: string[] } {
  const isMissing = (name: string | undefined): name is string => name !== undefined && findColumn(columns, name) < 0;
  const isVital = ({ to }: Mapping["columns"][number]) => to.startsWith("event_") || VITAL.includes(to);
  const named = (entries: Mapping["columns"]) => entries.map(({ column }) => column).filter(isMissing);
  const used = mapping.columns.filter(({ to }) => to !== "ignore");
  const ofRules = (mapping.events ?? [])
    .flatMap(({ when, time, times }) => [when?.column, time, times])
    .filter(isMissing);
  return {
    vital: [...named(used.filter(isVital)), ...ofRules],
    other: named(used.filter((entry) => !isVital(entry))),
  };
}

/** Whether the file has any column that the mapping makes use of. */
export function hasMappedColumn(mapping: Mapping, columns: readonly string[]): boolean {
  return mapping.columns.some(
    ({ to, column }) => to !== "ignore" && column !== undefined && findColumn(columns, column) >= 0,
  );
}
