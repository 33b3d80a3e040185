import type { Executor } from "#db/client.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { scoreLeads } from "./score-leads.ts";
import { startClocks } from "./start-clocks.ts";
import type { SettledEvent } from "./store-events.ts";
import { tellNewcomers } from "./tell-newcomers.ts";

export type SettleArrival = {
  /** What is new, stored, in the order of its arrival; `mayStartClock` absent: it may. */
  readonly events: readonly (SettledEvent & { readonly mayStartClock?: boolean })[];
  /** Leads of which something else changed. */
  readonly changed?: readonly number[];
  readonly at: Date;
};

/** Scores the leads of what has just been stored, starts the clocks it calls for and tells. The caller holds their locks. */
export async function settleArrival({ events, changed = [], at }: SettleArrival, executor: Executor): Promise<void> {
  const leadIds = [...new Set([...events.map(({ leadId }) => leadId), ...changed])];
  const { generation, qualified } = await scoreLeads({ leadIds, at, cause: "event" }, executor);
  if (!generation) return;
  const { typeOf } = openNamer(generation.naming);
  const named = events.map(({ leadId, id, name, asset, properties, occurredAt, mayStartClock = true }) => ({
    ...{ leadId, id, properties, mayStartClock },
    type: typeOf({ name, asset }),
    at: occurredAt,
  }));
  const clocked = await startClocks(
    { events: named.filter(({ mayStartClock }) => mayStartClock), at, generation },
    executor,
  );
  await tellNewcomers({ events: named, at, generation, leadIds: [...new Set([...qualified, ...clocked])] }, executor);
}
