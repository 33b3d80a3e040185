import { copyRows } from "#db/copy-lines.ts";
import type { CopyValue } from "#db/copy-text.ts";
import type { ImportSession } from "./session.ts";

const COLUMNS = `lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, claimed_at, properties,
  property_set_id`;

/** Stores those events that are not there yet and marks their leads to be scored. Gives how many were new. */
export async function storeEvents(rows: readonly (readonly CopyValue[])[], session: ImportSession): Promise<number> {
  const { client, isDry } = session;
  await copyRows(client, `staged_events (${COLUMNS})`, rows);
  const { rows: found } = await client.query<{ count: string }>({
    name: "store_events",
    text: isDry
      ? `with added as (
          insert into dry_events (lead_id, id)
          select lead_id, id from staged_events staged
          where not exists (select from events known where (known.lead_id, known.id) = (staged.lead_id, staged.id))
          on conflict do nothing returning 1
        ) select count(*) from added`
      : `with added as (
          insert into events (${COLUMNS}) select ${COLUMNS} from staged_events
          on conflict (lead_id, id) do nothing returning lead_id, received_at
        ), due as (
          insert into due_leads (lead_id, since)
          select lead_id, min(received_at) from added group by lead_id order by lead_id
          on conflict (lead_id) do update set since = excluded.since
        ) select count(*) from added`,
  });
  return Number(found[0]?.count ?? 0);
}
