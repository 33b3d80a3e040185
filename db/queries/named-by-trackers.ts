import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { identityKey, type Known, keyOf, namesIn } from "#lib/ingest/known.ts";
import type { Message } from "#lib/ingest/message.ts";
import { EMAIL_KIND } from "#lib/leads/identity.ts";

type Row = {
  readonly isHolder: boolean;
  readonly kind: string;
  readonly name: string;
  readonly leadId: string;
  readonly isClaimed: boolean;
  readonly hasEmail: boolean;
};

/** What is stored of those whom messages name. */
export async function readNamed(messages: readonly Message[], executor: Executor): Promise<Known> {
  const { identities, holders } = namesIn(messages);
  const asked = [
    ...identities.map(({ kind, value }) => [false, kind, value] as const),
    ...holders.map(({ kind, id }) => [true, kind, id] as const),
  ];
  const rows = await executePrepared<Row>(
    sql`
      with asked as (
        select * from unnest(${`{${asked.map(([isHolder]) => isHolder).join()}}`}::boolean[],
          ${sql.param(asked.map(([, kind]) => kind))}::text[], ${sql.param(asked.map(([, , name]) => name))}::text[]
        ) as asked (is_holder, kind, name)
      ), found as (
        select is_holder, asked.kind, name, known.lead_id from asked
        join lead_identities known on not is_holder and (known.kind, known.value) = (asked.kind, name)
        union all
        select is_holder, asked.kind, name, known.lead_id from asked
        join visitors known on is_holder and known.anonymous_id = name
      )
      select is_holder as "isHolder", found.kind, name, found.lead_id as "leadId", claimed.lead_id is not null as "isClaimed",
        claimed.lead_id is not null and exists (
          select from lead_identities known where known.lead_id = claimed.lead_id and known.kind = ${EMAIL_KIND}) as "hasEmail"
      from found left join claimed_leads claimed on claimed.lead_id = found.lead_id`,
    executor,
  );
  const known = {
    leads: new Map<string, number>(),
    holders: new Map<string, number>(),
    claimed: new Map<number, { hasEmail: boolean }>(),
  };
  for (const { isHolder, kind, name, leadId, isClaimed, hasEmail } of rows) {
    const id = Number(leadId);
    if (isHolder) known.holders.set(keyOf({ kind: "anonymous", id: name }), id);
    else known.leads.set(identityKey({ kind, value: name }), id);
    if (isClaimed) known.claimed.set(id, { hasEmail });
  }
  return known;
}
