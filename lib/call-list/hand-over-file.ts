import type { Why } from "#lib/briefing/phrase.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import type { HandedOverLead } from "./hand-over.ts";

/** What a file of the hand-over list says of each lead; an address or a number only of who may be reached by it. */
export const HAND_OVER_FILE_COLUMNS = [
  "lead_id",
  "name",
  "job_title",
  "company",
  "city",
  "country",
  "phone",
  "email",
  "owner",
  "handed_over_at",
  "cause",
  "cell",
  "temperature",
  "action",
  "fit",
  "engagement",
  "combined",
  "why",
  "last_touch_at",
] as const;

type File = {
  /** How centipoints are written. */
  readonly points: (centipoints: number) => CsvValue;
  /** The reason in the reader's words. */
  readonly say: (why: Why) => string;
};

/** The cells of a lead, in the order of `HAND_OVER_FILE_COLUMNS`. */
export function handOverFileRow(lead: HandedOverLead, { points, say }: File): CsvValue[] {
  const { score, lastTouchAt } = lead;
  return [
    lead.leadId,
    lead.name,
    lead.jobTitle,
    lead.company,
    lead.city,
    lead.country,
    lead.phone,
    lead.email,
    lead.owner,
    new Date(lead.handedOverAt).toISOString(),
    lead.cause,
    score?.cell ?? null,
    score?.play.temperature ?? null,
    score?.play.action ?? null,
    score && points(score.fit),
    score && points(score.engagement),
    score && points(score.combined),
    score && say(score.why),
    lastTouchAt === null ? null : new Date(lastTouchAt).toISOString(),
  ];
}
