import { createSerializer, parseAsBoolean, parseAsInteger, parseAsString } from "nuqs/server";
import type { LeadsAnswer } from "#lib/leads/list.ts";
import { type ListParams, listParams } from "#lib/leads/list-params.ts";

const serialize = createSerializer({
  ...listParams,
  after: parseAsString,
  limit: parseAsInteger,
  before: parseAsBoolean.withDefault(false),
});

export type LeadsRequest = Partial<ListParams> & { after?: string | null; limit?: number; before?: boolean };

/** A page of leads from the server. Throws when it does not answer with one. */
export async function fetchLeads(request: LeadsRequest, signal: AbortSignal): Promise<LeadsAnswer> {
  const response = await fetch(serialize("/api/leads", request), { signal });
  if (!response.ok) throw new Error(`The list of leads answered ${response.status}.`);
  return response.json();
}

/** The address of the list, or of its export, with this filter. */
export function listAddress(path: "/leads" | "/api/leads/export", params: Partial<ListParams>): string {
  return serialize(path, params);
}
