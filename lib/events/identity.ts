import { hash } from "node:crypto";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** What an event says of itself; with its lead it is all that identifies an event without an id of its own. */
export type EventContent = {
  readonly type: string;
  /** As its sender wrote it: two spellings of one instant are two claims. */
  readonly time: string;
  readonly asset: string | null;
  readonly properties: Readonly<Record<string, FieldValue | null>> | null;
};

/** The id (unique within the lead) of an event that has one at its source. */
export function eventIdAtSource({ source, id }: { readonly source: string; readonly id: string }): string {
  return digest(["source", source, id]);
}

/**
 * The id (unique within the lead) of an event without one: what it says, and which time the same
 * lead's events say so within one file or request, from 1. Genuine repeats survive, second copies do not.
 */
export function eventIdOfContent(content: EventContent, occurrence = 1): string {
  return nthEventId(
    digest(["content", content.type, content.time, content.asset, sorted(content.properties)]),
    occurrence,
  );
}

/** The id of the n-th event that says the same as the one whose first occurrence has the id `first`. */
export function nthEventId(first: string, occurrence: number): string {
  return occurrence === 1 ? first : digest(["again", first, occurrence]);
}

function sorted(properties: EventContent["properties"]) {
  return properties && Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** 128 bits of SHA-256 in the form of a UUID. */
function digest(parts: readonly unknown[]): string {
  const hex = hash("sha256", JSON.stringify(parts), "hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
