import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** All leads of an inclusive range of ids. */
export type IdRange = { readonly from: number; readonly to: number };

/** Some leads: named, or all of a range. */
export type LeadSlice = { readonly leadIds: readonly number[] } | IdRange;

/** The predicate that a column holding a lead id lies in the slice. */
export function inSlice(column: AnyPgColumn, slice: LeadSlice): SQL {
  if ("leadIds" in slice) return sql`${column} = any(${idArray(slice.leadIds)})`;
  return sql`${column} between ${slice.from} and ${slice.to}`;
}

/** Ids as one parameter, however many they are. */
export function idArray(ids: readonly number[]): SQL {
  return sql`${`{${ids.join(",")}}`}::bigint[]`;
}

/** A share of all leads, the same ones each time: so many of 65,536. */
export type LeadSample = { readonly parts: number };
export const SAMPLE_PARTS = 65_536;

/** The predicate, as text for COPY, that a lead is of the sample; neighbours in time or in a file are as likely as any. */
export function isSampled(column: string, { parts }: LeadSample): string {
  return `(hashint8extended(${column}, 0) & ${SAMPLE_PARTS - 1}) < ${parts}`;
}
