import type { BulkClient } from "#db/bulk.ts";
import type { CrmCounts } from "#lib/crm/run.ts";

/** One exchange at a time in an installation; gone with its session, so also when the process is killed. */
const CRM_LOCK = -7_202_617;

/** The connection was cut, or asks for everything anew: what is under way is not to be kept. */
export class ExchangeStopped extends Error {}

export async function tryLockExchange(client: BulkClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${CRM_LOCK}) as locked`);
  return rows[0]?.locked ?? false;
}

type Kept = {
  readonly of: "contacts" | "deals";
  readonly from: string | null;
  readonly cursor: string;
  readonly settingsAt: Date;
};

/** Keeps where to go on, in the transaction of what was read up to there. Throws `ExchangeStopped`. */
export async function keepCursor({ of, from, cursor, settingsAt }: Kept, client: BulkClient): Promise<void> {
  const { rowCount } = await client.query({
    name: `keep_${of}_cursor`,
    text: `update crm_connection set ${of}_cursor = $2
      where ${of}_cursor is not distinct from $1 and settings_at = $3 and token is not null`,
    values: [from, cursor, settingsAt],
  });
  if (rowCount !== 1) throw new ExchangeStopped();
}

export async function keepCounts(
  { runId, counts }: { readonly runId: number; readonly counts: CrmCounts },
  client: BulkClient,
): Promise<void> {
  await client.query({
    name: "keep_crm_counts",
    text: "update crm_runs set counts = $2 where id = $1",
    values: [runId, JSON.stringify(counts)],
  });
}
