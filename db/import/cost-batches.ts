import type { LeadCost } from "#lib/performance/costs.ts";
import type { ImportSession } from "./session.ts";
import type { Written } from "./written.ts";

/** Rows of one file that name the same month, source and currency: campaigns of a source add up. */
const SAID = `
  select month, coalesce(source, '') as source, currency, sum(minor)::bigint as minor, count(*)::int as rows
  from json_to_recordset($1::json) as said (month text, source text, currency text, minor bigint)
  group by 1, 2, 3`;

/** Takes rows of a file of costs, each batch in the transaction under way; what was known of the same before the file gives way. */
export class CostBatches {
  readonly #session: ImportSession;

  constructor(session: ImportSession) {
    this.#session = session;
  }

  async write(rows: readonly LeadCost[]): Promise<Written> {
    const { client, isDry, importId, arrived } = this.#session;
    const said = JSON.stringify(rows);
    const { rows: found } = await client.query<{ known: string }>({
      text: `
        select coalesce(sum(said.rows), 0) as known
        from (${SAID}) said
        join lead_costs stored using (month, source, currency)
        where stored.minor = said.minor and stored.import_id is distinct from $2`,
      values: [said, importId],
    });
    if (!isDry)
      await client.query({
        text: `
          insert into lead_costs (month, source, currency, minor, import_id, entered_at)
          select month, source, currency, minor, $2, $3 from (${SAID}) said
          on conflict (month, source, currency) do update set
            minor = excluded.minor + case when lead_costs.import_id = excluded.import_id then lead_costs.minor else 0 end,
            import_id = excluded.import_id, entered_by = null, entered_at = excluded.entered_at`,
        values: [said, importId, arrived],
      });
    const known = Number(found[0]?.known ?? 0);
    return { counts: { created: rows.length - known, known }, unknown: [], actions: [] };
  }
}
