import type { BulkClient } from "#db/bulk.ts";
import { textArray } from "./text-array.ts";

export type PendingChange = { readonly subjectId: number; readonly change: unknown };
type Entity = "lead" | "account";

/** Keeps what a file says of leads or accounts that are there, in place of what it said of them so far. */
export async function writePending(
  {
    importId,
    entity,
    changes,
  }: { readonly importId: number; readonly entity: Entity; readonly changes: readonly PendingChange[] },
  client: BulkClient,
): Promise<void> {
  if (changes.length === 0) return;
  await client.query({
    name: "write_pending",
    text: `
      insert into import_pending (import_id, entity, subject_id, change)
      select $1, $2, subject_id, change::jsonb from unnest($3::bigint[], $4::text[]) as said (subject_id, change)
      on conflict (import_id, entity, subject_id) do update set change = excluded.change`,
    values: [
      importId,
      entity,
      changes.map(({ subjectId }) => subjectId),
      textArray(changes.map(({ change }) => JSON.stringify(change))),
    ],
  });
}

/** The next changes to apply, by subject, behind one. The caller knows what it wrote. */
export async function readPending<Change>(
  {
    importId,
    entity,
    after,
    limit,
  }: { readonly importId: number; readonly entity: Entity; readonly after: number; readonly limit: number },
  client: BulkClient,
): Promise<{ readonly subjectId: number; readonly change: Change }[]> {
  const { rows } = await client.query<{ subject_id: string; change: Change }>({
    name: "read_pending",
    text: `select subject_id, change from import_pending
      where import_id = $1 and entity = $2 and subject_id > $3 order by subject_id limit $4`,
    values: [importId, entity, after, limit],
  });
  return rows.map(({ subject_id, change }) => ({ subjectId: Number(subject_id), change }));
}

export async function deletePending(
  { importId, entity, ids }: { readonly importId: number; readonly entity: Entity; readonly ids: readonly number[] },
  client: BulkClient,
): Promise<void> {
  await client.query({
    name: "delete_pending",
    text: "delete from import_pending where import_id = $1 and entity = $2 and subject_id = any($3::bigint[])",
    values: [importId, entity, ids],
  });
}
