import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { NurturedLead } from "./nurture-list.ts";

/** What a file of the nurture list says of each lead; an address or a number only of who may be reached by it. */
export const NURTURE_FILE_COLUMNS = [
  "lead_id",
  "name",
  "job_title",
  "company",
  "country",
  "email",
  "phone",
  "owner",
  "reason",
  "given_back_at",
  "returns_on",
  "fit",
  "engagement",
  "combined",
  "cell",
  "last_signal_at",
] as const;

type File = {
  /** How centipoints are written. */
  readonly points: (centipoints: number) => CsvValue;
};

/** The cells of a lead, in the order of `NURTURE_FILE_COLUMNS`. */
export function nurtureFileRow(lead: NurturedLead, { points }: File): CsvValue[] {
  const { score, returnsOn, newestEventAt } = lead;
  return [
    lead.leadId,
    lead.name,
    lead.jobTitle,
    lead.company,
    lead.country,
    lead.email,
    lead.phone,
    lead.owner,
    lead.reason,
    new Date(lead.givenBackAt).toISOString(),
    returnsOn === null ? null : formatEpochDay(returnsOn),
    score && points(score.fit),
    score && points(score.engagement),
    score && points(score.combined),
    score?.cell ?? null,
    newestEventAt === null ? null : new Date(newestEventAt).toISOString(),
  ];
}
