import type { CsvValue } from "#lib/csv/safe-cell.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { FieldCatalogue, FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { STANDARD_FIELDS } from "./fields.ts";
import { type LeadIdentity, writeIdentities } from "./identity.ts";
import { IDENTITIES_COLUMN, LEAD_FILE_COLUMNS } from "./lead-file-columns.ts";

export type ExportedLead = {
  readonly leadId: number;
  readonly identities: readonly LeadIdentity[];
  /** The first of them that is an id at a source. */
  readonly externalId: string | null;
  readonly stage: Stage;
  /** The owner's e-mail address. */
  readonly owner: string | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly createdAt: Date;
  /** In centipoints; null: none. */
  readonly score: {
    readonly fit: number;
    readonly engagement: number;
    readonly combined: number;
    readonly cell: string;
    readonly newestEventAt: Date | null;
  } | null;
  /** By field key; a date is an epoch day. */
  readonly fields: Readonly<Record<string, FieldValue | null>>;
};

/** Follows from the address. */
const DERIVED = "email_domain";

type LeadFile = {
  readonly types: FieldCatalogue;
  /** How centipoints are written. */
  readonly points: (centipoints: number) => CsvValue;
};

/** The columns of exported leads; a field of the organisation's own says its type: `team_size:number`. */
export function leadFileHeader({ types }: Pick<LeadFile, "types">): string[] {
  const fields = fieldKeys(types).map((key) => (Object.hasOwn(STANDARD_FIELDS, key) ? key : `${key}:${types[key]}`));
  return [...LEAD_FILE_COLUMNS, ...fields, IDENTITIES_COLUMN];
}

/** The cells of an exported lead, in the order of `leadFileHeader`. */
export function leadFileRow(lead: ExportedLead, { types, points }: LeadFile): CsvValue[] {
  const { score } = lead;
  return [
    lead.leadId,
    lead.externalId,
    lead.stage,
    lead.owner,
    lead.mayCall,
    lead.mayEmail,
    lead.mayScore,
    lead.createdAt.toISOString(),
    score && points(score.fit),
    score && points(score.engagement),
    score && points(score.combined),
    score?.cell ?? null,
    score?.newestEventAt?.toISOString() ?? null,
    ...fieldKeys(types).map((key) => fieldCell(lead, key, types)),
    lead.identities.length > 0 ? writeIdentities(lead.identities) : null,
  ];
}

function fieldKeys(types: FieldCatalogue): string[] {
  return Object.keys(types).filter((key) => key !== DERIVED);
}

/** Dates as dates, lists as JSON. */
function fieldCell({ fields }: ExportedLead, key: string, types: FieldCatalogue): CsvValue {
  const value = fields[key] ?? null;
  if (typeof value === "number" && types[key] === "date") return formatEpochDay(value);
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
