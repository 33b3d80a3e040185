import { chooseModel } from "#lib/scoring/applies.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { compile } from "#lib/scoring/compile.ts";
import { definitionSchema } from "#lib/scoring/definition.ts";
import type { Facts, FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { score } from "#lib/scoring/score.ts";

const DAY_MS = 86_400_000;
/** 12 March 2026. */
export const TODAY = 20_524;

const play = { temperature: "warm", action: "call_today" };
const cells = ["A", "B", "C"].flatMap((fit) => ["1", "2", "3"].map((engagement) => fit + engagement));

const definition = definitionSchema.parse({
  name: "Example",
  axes: {
    fit: {
      thresholds: [20, 40],
      groups: [
        {
          key: "company",
          label: "Company",
          cap: 50,
          criteria: [
            {
              type: "attribute",
              key: "sector",
              label: { nl: "Sector", en: "Industry" },
              points: 30,
              condition: { field: "account.industry", op: "equals", value: "refrigeration" },
            },
            {
              type: "attribute",
              key: "size",
              label: "Size",
              points: 25,
              condition: { field: "account.employees", op: "at_least", value: 50 },
            },
            {
              type: "attribute",
              key: "freemail",
              label: "Free e-mail",
              points: -10,
              condition: { field: "email_domain", op: "equals", value: "gmail.com" },
            },
          ],
        },
      ],
    },
    engagement: {
      thresholds: [20, 40],
      groups: [
        {
          key: "behaviour",
          label: "Behaviour",
          criteria: [
            {
              type: "event",
              key: "demo",
              label: "Demo request",
              points: 25,
              halfLifeDays: null,
              events: { types: ["demo"] },
            },
            {
              type: "event",
              key: "pricing",
              label: "Pricing page",
              points: 10,
              halfLifeDays: 1,
              maximum: 15,
              events: { types: ["pricing"] },
            },
            {
              type: "inactivity",
              key: "silence",
              label: "Silence",
              points: -5,
              days: 30,
              events: { types: "any" },
            },
          ],
        },
      ],
    },
  },
  mix: { fit: 40, engagement: 60 },
  plays: Object.fromEntries(cells.map((cell, index) => [cell, { ...play, priority: index + 1 }])),
  qualifies: { combinedAtLeast: 60 },
});

const model = compile(definition, {
  fields: { "account.industry": "text", "account.employees": "number", email_domain: "text" },
  eventTypes: ["demo", "pricing"],
  stages: [],
});

/** An event at ten in the morning, so many days before today. */
export function event(type: string, daysAgo: number, asset: string | null = null): ScoringEvent {
  const day = TODAY - daysAgo;
  return { id: `${type}-${daysAgo}`, type, asset, at: day * DAY_MS + 36_000_000, day, properties: null };
}

/** What a lead with these fields and events scores under a small model of six criteria on a day. */
export function breakdownOf(
  fields: Readonly<Record<string, FieldValue>>,
  events: readonly ScoringEvent[],
  { day = TODAY, cut = null as number | null, adjustments = [] as Facts["adjustments"] } = {},
): ScoreBreakdown {
  const createdDay = TODAY - 100;
  const facts: Facts = {
    createdAt: createdDay * DAY_MS,
    createdDay,
    stage: "lead",
    stageEnteredAt: createdDay * DAY_MS,
    stageEnteredDay: createdDay,
    fields,
    changes: [],
    events,
    adjustments,
  };
  const chosen = chooseModel(facts, [model], { day, cut });
  const breakdown = chosen && score(facts, chosen, { day, cut });
  if (!breakdown) throw new Error("The example has no score.");
  return breakdown;
}
