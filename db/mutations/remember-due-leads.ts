import { connectBulk } from "#db/bulk.ts";
import type { Store } from "#db/client.ts";

export type RememberedDueLeads = {
  /** Strikes the remembered leads off the list, but for those that became due again. */
  settle(): Promise<void>;
  forget(): Promise<void>;
};

/**
 * Remembers which leads are due before a pass reads them: it scores them too. A mark is named by the
 * transaction that wrote it (`xmin`), so one made anew meanwhile is told apart and stays.
 */
export async function rememberDueLeads({ url }: Store): Promise<RememberedDueLeads> {
  const client = await connectBulk(url);
  try {
    await client.query("create temporary table remembered as select lead_id, xmin as mark from due_leads");
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    async settle() {
      await client.query(
        "delete from due_leads due using remembered where due.lead_id = remembered.lead_id and due.xmin = remembered.mark",
      );
    },
    forget: () => client.end(),
  };
}
