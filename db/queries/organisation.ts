import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import type { Capacity } from "#lib/backtest/capacity.ts";

export type Organisation = {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly outcomeWindowDays: number;
  /** Leads handed over that sales can take; null: nobody has said. */
  readonly capacity: Capacity | null;
  /** How far a rep may correct an axis of a lead, up or down. */
  readonly repAdjustmentPoints: number;
  /** Below it the order of the score is alarming; 0.5 is chance. */
  readonly orderLimit: number;
  readonly isDemo: boolean;
  /** null before the first pass. */
  readonly currentGenerationId: number | null;
};

/** The one organisation of this installation; null before set-up. */
export async function findOrganisation(executor: Executor = db): Promise<Organisation | null> {
  const [row] = await executor
    .select({
      name: organisation.name,
      timeZone: organisation.timeZone,
      currency: organisation.currency,
      outcomeWindowDays: organisation.outcomeWindowDays,
      capacityLeads: organisation.capacityLeads,
      capacityPeriod: organisation.capacityPeriod,
      repAdjustmentPoints: organisation.repAdjustmentPoints,
      orderLimitPercent: organisation.orderLimitPercent,
      isDemo: organisation.isDemo,
      currentGenerationId: organisation.currentGenerationId,
    })
    .from(organisation)
    .prepare("organisation")
    .execute();
  if (!row) return null;
  const { capacityLeads: leads, capacityPeriod: per, orderLimitPercent, ...known } = row;
  return { ...known, orderLimit: orderLimitPercent / 100, capacity: leads === null ? null : { leads, per } };
}
