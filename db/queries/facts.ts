import { db, type Executor } from "#db/client.ts";
import { factsAt } from "#lib/leads/score-history.ts";
import type { Naming } from "#lib/naming/naming.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { readLeadEvents } from "./lead-events.ts";
import { readAdjustments, readStageSteps } from "./lead-histories.ts";
import { findOrganisation } from "./organisation.ts";
import { readStandingFacts, type Standing } from "./standing-facts.ts";

export type FactsQuery = {
  readonly leadIds: readonly number[];
  /** Epoch milliseconds; null or absent: open. */
  readonly cut?: number | null;
  /** The zone of the day a stage was entered; the organisation's when absent. */
  readonly timeZone?: string;
  /** As what events count; that in force when absent. */
  readonly naming?: Naming | undefined;
};

/** Facts and whether they may be used for a score. */
export type LeadFacts = { readonly mayScore: boolean; readonly facts: Facts };

/**
 * What the engine knows of each lead that exists. The cut sets the stage and withdrawn adjustments
 * back; fields and events carry their own times.
 *
 * Values of `custom` JSON and of the histories are keyed as `field_definitions.key` and
 * `STANDARD_FIELDS` say, with `account.` in front for accounts; a date is an epoch day.
 */
export async function readLeadFacts(
  { leadIds, cut = null, timeZone, naming }: FactsQuery,
  executor: Executor = db,
): Promise<Map<number, LeadFacts>> {
  const zone = timeZone ?? (await findOrganisation(executor))?.timeZone;
  if (zone === undefined) throw new Error("There is no organisation yet.");
  const slice = { leadIds };
  const [standing, events] = await Promise.all([
    readStandingFacts({ slice, cut, timeZone: zone }, executor),
    readLeadEvents({ slice, timeZone: zone, naming }, executor),
  ]);
  return withEvents(standing, events);
}

type TwoCuts = Required<FactsQuery>;

/** The facts as they are and as they were at a cut, which are the same save for stage and adjustments. */
export async function readLeadFactsTwice({ leadIds, cut, timeZone, naming }: TwoCuts, executor: Executor = db) {
  const slice = { leadIds };
  const [standing, events, steps, adjustments] = await Promise.all([
    readStandingFacts({ slice, cut: null, timeZone }, executor),
    readLeadEvents({ slice, timeZone, naming }, executor),
    readStageSteps(slice, executor),
    readAdjustments({ slice, cut }, executor),
  ]);
  const now = withEvents(standing, events);
  const before = [...now].map(([leadId, { mayScore, facts }]) => {
    const kept = (adjustments.get(leadId) ?? []).map((each) => ({ ...each, withdrawnAt: null }));
    const history = { mayScore, facts, stageSteps: steps.get(leadId) ?? [], adjustments: kept };
    return [leadId, { mayScore, facts: factsAt(history, cut, timeZone) }] as const;
  });
  return { now, before: new Map<number, LeadFacts>(before) };
}

function withEvents(
  standing: ReadonlyMap<number, Standing>,
  events: ReadonlyMap<number, Facts["events"]>,
): Map<number, LeadFacts> {
  return new Map(
    [...standing].map(
      ([leadId, { mayScore, facts }]) =>
        [leadId, { mayScore, facts: { ...facts, events: events.get(leadId) ?? [] } }] as const,
    ),
  );
}
