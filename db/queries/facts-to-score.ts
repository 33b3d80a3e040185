import type { Executor } from "#db/client.ts";
import { eventNeeds } from "#lib/model/event-needs.ts";
import type { Generation } from "./current-generation.ts";
import { readEventsToScore } from "./events-to-score.ts";
import type { LeadFacts } from "./facts.ts";
import { readStandingFacts } from "./standing-facts.ts";

/** What a generation's models need to know of a few leads for their totals, for each that exists. Nothing is cut off. */
export async function readFactsToScore(
  { leadIds, generation }: { readonly leadIds: readonly number[]; readonly generation: Generation },
  executor: Executor,
): Promise<Map<number, LeadFacts>> {
  const { models, naming, timeZone } = generation;
  const needs = eventNeeds(models.map(({ definition }) => definition));
  const [standing, events] = await Promise.all([
    readStandingFacts({ slice: { leadIds }, cut: null, timeZone }, executor),
    readEventsToScore({ leadIds, needs, naming, timeZone }, executor),
  ]);
  return new Map(
    [...standing].map(
      ([leadId, { mayScore, facts }]) =>
        [leadId, { mayScore, facts: { ...facts, events: events.get(leadId) ?? [] } }] as const,
    ),
  );
}
