import { z } from "zod";
import { parseJson } from "#lib/json.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";

/** `signal` is the newest event that counted. */
export const LEAD_SORTS = ["score", "fit", "engagement", "name", "company", "created", "signal"] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];
export type Direction = "asc" | "desc";

/** Leads without a value of the sorted kind come last either way; ties go by lead id, in the same direction. */
export type LeadOrder = { readonly sort: LeadSort; readonly direction: Direction };

/** The last row of a page: its sorted value as the database writes it (null: it had none) and its lead. */
export type LeadCursor = { readonly value: string | null; readonly leadId: number };

/** One line of a list. A lead without a score has null in all of its parts. */
export type LeadRow = {
  readonly leadId: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly company: string | null;
  readonly country: string | null;
  readonly source: string | null;
  readonly owner: { readonly userId: number; readonly name: string } | null;
  readonly stage: Stage;
  readonly mayScore: boolean;
  readonly score: RowScore | null;
  /** Instants in epoch milliseconds. */
  readonly createdAt: number;
};

/** Centipoints. */
export type RowScore = {
  readonly fit: number;
  readonly engagement: number;
  readonly combined: number;
  readonly cell: string;
  readonly versionId: number;
  readonly newestEventAt: number | null;
};

export type LeadPage = {
  readonly rows: readonly LeadRow[];
  readonly next: LeadCursor | null;
  /** How many leads there are in all. */
  readonly total: number;
};

export const LEADS_A_PAGE = 60;

const cursorSchema = z.tuple([z.string().nullable(), z.int().positive()]);

/** A cursor as text for an address. */
export function encodeCursor({ value, leadId }: LeadCursor): string {
  return JSON.stringify([value, leadId]);
}

/** null for a text that is no cursor. */
export function decodeCursor(text: string): LeadCursor | null {
  const parsed = cursorSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const [value, leadId] = parsed.data;
  return { value, leadId };
}

/** As `GET /api/leads` answers. */
export type LeadsAnswer = {
  readonly rows: readonly LeadRow[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  /** How many leads there are in all; only with the first page. */
  readonly total: number | null;
  /** The combined scores as they stood at the end of the day before, by lead id, when asked for; a lead without one is not there. */
  readonly before: Readonly<Record<number, number>> | null;
};
