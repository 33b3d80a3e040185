import type { OutcomesRow } from "#lib/import/row.ts";
import { markDue } from "./lock-leads.ts";
import { addOutcomes } from "./outcomes.ts";
import type { ImportSession } from "./session.ts";
import { UnknownLeads } from "./unknown-leads.ts";
import type { Written } from "./written.ts";

/** Takes rows of an outcomes file, at most 1,000 at once, each batch in the transaction under way. */
export class OutcomeBatches {
  readonly #session: ImportSession;
  readonly #leads: UnknownLeads;

  constructor(session: ImportSession, { mayCreate }: { readonly mayCreate: boolean }) {
    this.#session = session;
    this.#leads = new UnknownLeads(session, mayCreate);
  }

  async write(rows: readonly OutcomesRow[]): Promise<Written> {
    const named = rows.map(({ identities, outcome }) => ({ identities, since: outcome.at }));
    const { leadIds, created } = await this.#leads.find(named);
    const unknown = leadIds.flatMap((leadId, at) => (leadId === null ? [at] : []));
    const outcomes = rows.flatMap(({ outcome }, at) => {
      const leadId = leadIds[at];
      return leadId == null ? [] : [{ leadId, outcome }];
    });
    const stored = await addOutcomes(outcomes, this.#session);
    const { client, arrived, isDry } = this.#session;
    if (!isDry && stored > 0)
      await markDue(
        outcomes.map(({ leadId }) => leadId),
        arrived,
        client,
      );
    return {
      counts: { created: stored, known: outcomes.length - stored, leadsCreated: created },
      unknown,
      actions: [],
    };
  }
}
