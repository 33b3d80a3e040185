import { type CopyLines, copyLines, prepareLines } from "#db/copy-lines.ts";
import { copyField } from "#db/copy-text.ts";
import type { LeadIdentity } from "#lib/leads/identity.ts";
import type { ImportSession } from "./session.ts";
import { textArray } from "./text-array.ts";

export type NewIdentity = { readonly identity: LeadIdentity; readonly leadId: number };

/** One text for a kind and a value. */
export function identityKey({ kind, value }: LeadIdentity): string {
  return `${kind}\u0000${value}`;
}

/** The leads that identities name, by `identityKey`. */
export async function findIdentities(
  identities: readonly LeadIdentity[],
  { reader, isDry }: ImportSession,
): Promise<Map<string, number>> {
  if (identities.length === 0) return new Map();
  const tables = isDry ? ["public.lead_identities", "dry_identities"] : ["lead_identities"];
  const lookups = tables.map(
    (table) =>
      `select asked.n, known.lead_id from asked join ${table} known on (known.kind, known.value) = (asked.kind, asked.value)`,
  );
  const { rows } = await reader.query<{ n: string; lead_id: string }>({
    name: isDry ? "find_identities_dry" : "find_identities",
    text: `with asked as (select * from unnest($1::text[], $2::text[]) with ordinality as asked (kind, value, n))
      ${lookups.join(" union all ")}`,
    values: [textArray(identities.map(({ kind }) => kind)), textArray(identities.map(({ value }) => value))],
  });
  const found = new Map<string, number>();
  for (const { n, lead_id } of rows) {
    const identity = identities[Number(n) - 1];
    if (identity) found.set(identityKey(identity), Number(lead_id));
  }
  return found;
}

/** Which of the leads have an id at the source of a kind. */
export async function haveIdentityOf(
  { leadIds, kind }: { readonly leadIds: readonly number[]; readonly kind: string },
  { reader, isDry }: ImportSession,
): Promise<Set<number>> {
  if (leadIds.length === 0) return new Set();
  const { rows } = await reader.query<{ lead_id: string }>({
    text: `select lead_id from public.lead_identities where lead_id = any($1::bigint[]) and kind = $2
      ${isDry ? "union select lead_id from dry_identities where lead_id = any($1::bigint[]) and kind = $2" : ""}`,
    values: [leadIds, kind],
  });
  return new Set(rows.map((row) => Number(row.lead_id)));
}

export function prepareIdentities(
  identities: readonly NewIdentity[],
  { isDry }: Pick<ImportSession, "isDry">,
): CopyLines {
  const table = isDry ? "dry_identities" : "lead_identities";
  return prepareLines(
    `${table} (kind, value, lead_id)`,
    identities,
    ({ identity, leadId }) => `${identity.kind}\t${copyField(identity.value)}\t${leadId}\n`,
  );
}

export async function addIdentities(identities: readonly NewIdentity[], session: ImportSession): Promise<void> {
  await copyLines(session.client, [prepareIdentities(identities, session)]);
}
