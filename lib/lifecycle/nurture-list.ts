import {
  createParser,
  type inferParserType,
  parseAsBoolean,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsOwner } from "#lib/leads/list-params.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { REJECTION_REASONS, type RejectionReason } from "./constants.ts";

/** Back within so many days. */
export const NURTURE_SPANS = [7, 30, 90] as const;

/** The last row of a page: the day it is back (null: none was agreed) and its lead. */
export type NurtureCursor = { readonly returnsOn: number | null; readonly leadId: number };

export type NurtureFilter = {
  /** In days from today; null: whenever. */
  readonly within: number | null;
  readonly reason: RejectionReason | null;
  readonly owner: number | "none" | null;
  /** Only leads of whom something that counts was heard since they were given back. */
  readonly hasNews: boolean;
};

/** A lead that went back to marketing. Instants are epoch milliseconds, days epoch days, scores centipoints. */
export type NurturedLead = {
  readonly leadId: number;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly company: string | null;
  readonly country: string | null;
  /** null as well for who may not be written to, and called. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly owner: string | null;
  readonly reason: RejectionReason | null;
  readonly givenBackAt: number;
  readonly returnsOn: number | null;
  readonly score: {
    readonly fit: number;
    readonly engagement: number;
    readonly combined: number;
    readonly cell: string;
  } | null;
  readonly newestEventAt: number | null;
};

export const NURTURED_A_PAGE = 60;

/** The day and the lead, as `2026-06-01.417`; a lead without a day has none before the point. */
const parseAsCursor = createParser<NurtureCursor>({
  parse(text) {
    const [, date = "", leadId = ""] = /^([\d-]*)\.([1-9]\d{0,14})$/.exec(text) ?? [];
    const returnsOn = date === "" ? null : parseEpochDay(date);
    return leadId === "" || (date !== "" && returnsOn === null) ? null : { returnsOn, leadId: Number(leadId) };
  },
  serialize: ({ returnsOn, leadId }) => `${returnsOn === null ? "" : formatEpochDay(returnsOn)}.${leadId}`,
});

/** The list as it stands in the address; what does not parse is no condition. */
export const nurtureParams = {
  within: parseAsNumberLiteral(NURTURE_SPANS),
  reason: parseAsStringLiteral(REJECTION_REASONS),
  owner: parseAsOwner,
  news: parseAsBoolean.withDefault(false),
  after: parseAsCursor,
};
export type NurtureParams = inferParserType<typeof nurtureParams>;

export function nurtureFilterOf({ within, reason, owner, news }: NurtureParams): NurtureFilter {
  return { within, reason, owner, hasNews: news };
}

/** Whether something that counts was heard of a lead since it was given back. */
export function hasNews({ newestEventAt, givenBackAt }: Pick<NurturedLead, "newestEventAt" | "givenBackAt">): boolean {
  return newestEventAt !== null && newestEventAt > givenBackAt;
}
