import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";

export type Organisation = {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly outcomeWindowDays: number;
  /** Leads handed over that sales can take in a week; null: nobody has said. */
  readonly capacityPerWeek: number | null;
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
      capacityPerWeek: organisation.capacityPerWeek,
      isDemo: organisation.isDemo,
      currentGenerationId: organisation.currentGenerationId,
    })
    .from(organisation)
    .prepare("organisation")
    .execute();
  return row ?? null;
}
