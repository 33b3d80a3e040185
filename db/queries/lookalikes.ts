import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { accounts, leads, PHONE_DIGITS, phoneKey } from "#db/schema/index.ts";
import type { Lookalike } from "#lib/data-quality/duplicates.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { folded } from "./folded.ts";
import { nameKey } from "./lead-order.ts";

type Row = {
  readonly id: string;
  readonly stage: string;
  readonly person: string | null;
  readonly phone: string | null;
  readonly last_name: string | null;
};

const ARE_OPEN: readonly string[] = OPEN_STAGES;

/**
 * Leads that share a name and a company, or a telephone number, with another one; or those of some ids, with what
 * they would share. By the same keys as who is offered for a merge.
 */
export async function listLookalikes(
  { leadIds }: { readonly leadIds: readonly number[] | null },
  executor: Executor,
): Promise<Lookalike[]> {
  const rows = await executor.execute<Row>(sql`
    with keyed as (
      select ${leads.id} as id, ${leads.stage} as stage,
        case when ${leads.lastName} is not null then ${nameKey()} end as name, lower(${accounts.name}) as company,
        case when length(${phoneKey(leads.phone)}) = ${PHONE_DIGITS} then ${phoneKey(leads.phone)} end as phone,
        nullif(btrim(${folded(sql`${leads.lastName}`)}), '') as last_name
      from ${leads} left join ${accounts} on ${accounts.id} = ${leads.accountId}
      ${leadIds === null ? sql`` : sql`where ${leads.id} = any(${idArray(leadIds)})`})
    select id, stage, name || chr(31) || company as person, phone, last_name
    from keyed ${leadIds === null ? ALIKE : sql``}`);
  return rows.map(({ id, stage, person, phone, last_name: lastName }) => ({
    leadId: Number(id),
    isOpen: ARE_OPEN.includes(stage),
    person,
    phone,
    lastName,
  }));
}

const ALIKE: SQL = sql`
  where id in (
    select keyed.id from keyed join (
      select name, company from keyed where name is not null and company is not null
      group by name, company having count(*) > 1
    ) twice on twice.name = keyed.name and twice.company = keyed.company
    union
    select keyed.id from keyed join (
      select phone from keyed where phone is not null group by phone having count(*) > 1
    ) twice on twice.phone = keyed.phone)`;
