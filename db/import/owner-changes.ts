import type { BulkClient } from "#db/bulk.ts";
import type { ChangedLead } from "#lib/import/difference.ts";

/** Writes down whose leads a file makes others', as `assignLeads` of `db/mutations` does, before they are. */
export async function keepOwnerChanges(changed: readonly ChangedLead[], at: Date, client: BulkClient): Promise<void> {
  const moved = changed.filter(({ ownerId, state }) => ownerId !== null && ownerId !== state.ownerId);
  if (moved.length === 0) return;
  await client.query({
    name: "keep_owner_changes",
    text: `
      insert into owner_changes (lead_id, at, from_user_id, to_user_id, cause)
      select lead_id, $4, from_user_id, to_user_id, 'import'
      from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as moved (lead_id, from_user_id, to_user_id)`,
    values: [
      moved.map(({ leadId }) => leadId),
      moved.map(({ state }) => state.ownerId),
      moved.map(({ ownerId }) => ownerId),
      at,
    ],
  });
}
