import { accountChangeSchema, changedValues } from "#lib/import/fold.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { ACCOUNT_HISTORY, keepHistory } from "./history.ts";
import type { PendingChange } from "./pending.ts";
import type { ImportSession } from "./session.ts";
import { ACCOUNT_COLUMN_OF, readStoredAccounts } from "./stored-accounts.ts";

/** As `applyLeadChanges`, for accounts; their leads are to be scored anew. */
export async function applyAccountChanges(
  pending: readonly PendingChange[],
  { at }: { readonly at: Date },
  session: ImportSession,
): Promise<void> {
  const { client, arrived, isDry } = session;
  if (isDry) return;
  const stored = await readStoredAccounts(
    pending.map(({ subjectId }) => subjectId),
    client,
  );
  const changed = pending.flatMap(({ subjectId, change }) => {
    const account = stored.get(subjectId);
    const changes = account ? changedValues(account.values, accountChangeSchema.parse(change)) : [];
    return account && changes.length > 0 ? [{ ...account, changes }] : [];
  });
  if (changed.length === 0) return;
  const isBorn = ({ updatedAt }: { updatedAt: Date }) => updatedAt.getTime() === arrived.getTime();
  await keepHistory(
    changed.filter((account) => !isBorn(account)),
    { at, history: ACCOUNT_HISTORY },
    client,
  );
  await client.query({
    name: "update_accounts",
    text: `
      with said as (
        select * from json_to_recordset($1::json) as said (
          id bigint, name text, domain text, industry text, employees int, country text, city text, custom jsonb)
      ), changed as (
        update accounts account set
          name = coalesce(said.name, account.name), domain = coalesce(said.domain, account.domain),
          industry = coalesce(said.industry, account.industry), employees = coalesce(said.employees, account.employees),
          country = coalesce(said.country, account.country), city = coalesce(said.city, account.city),
          custom = account.custom || said.custom, updated_at = $2
        from said where account.id = said.id
      )
      insert into due_leads (lead_id, since)
      select lead.id, $2 from leads lead where lead.account_id in (select id from said) order by lead.id
      on conflict (lead_id) do update set since = excluded.since`,
    values: [JSON.stringify(changed.map(({ id, changes }) => ({ id, ...toColumns(changes) }))), at],
  });
}

/** New values by column; the organisation's own fields go to `custom`. */
function toColumns(changes: readonly { readonly field: string; readonly value: FieldValue }[]) {
  const columns: Record<string, FieldValue> = {};
  const custom: Record<string, FieldValue> = {};
  for (const { field, value } of changes) {
    const column = ACCOUNT_COLUMN_OF.get(field);
    if (column) columns[column] = value;
    else custom[field] = value;
  }
  return { ...columns, custom };
}
