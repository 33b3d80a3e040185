import fc from "fast-check";
import type { Condition } from "../condition.ts";
import { type Definition, definitionSchema, SCOPES } from "../definition.ts";
import type { Adjustment, Facts, FieldChange, FieldValue, ScoringEvent } from "../facts.ts";
import { CATALOGUE, playsFor, type WrittenCriterion } from "./definitions.ts";
import { startOf, TODAY } from "./leads.ts";

/** Runs of a property: few in every test run, many in the long form. */
export const RUNS = { numRuns: process.env.VOORRANG_LONG === "1" ? 10_000 : 200 };

const HOUR_MS = 3_600_000;

const points = fc.integer({ min: -3000, max: 3000 }).map((centipoints) => centipoints / 100);
const types = fc.oneof(
  fc.constant("any" as const),
  fc.subarray([...CATALOGUE.eventTypes], { minLength: 1, maxLength: 3 }),
);
const season = fc.option(
  fc.constantFrom(
    { from: "2026-03-01", until: "2026-03-31" },
    { from: null, until: "2026-03-11" },
    { from: "2026-03-12", until: null },
  ),
  { nil: null, freq: 6 },
);

const fieldTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant("country"), op: fc.constant("equals" as const), value: fc.constantFrom("NL", "fr") }),
  fc.record({
    field: fc.constant("job_title"),
    op: fc.constant("contains_word" as const),
    value: fc.constantFrom("head", "of"),
  }),
  fc.record({ field: fc.constant("employees"), op: fc.constant("at_least" as const), value: fc.constantFrom(10, 100) }),
  fc.record({
    field: fc.constant("contract_ends"),
    op: fc.constantFrom("older_than", "newer_than", "due_within"),
    days: fc.nat(60),
  }),
  fc.record({
    field: fc.constant("interests"),
    op: fc.constant("list_includes" as const),
    value: fc.constant("costs"),
  }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fieldTest,
    fc.record({ not: tie("condition") }),
    fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
  ),
})).condition;
const where: fc.Arbitrary<Condition | null> = fc.option(
  fc.constantFrom<Condition>(
    { field: "seconds", op: "at_least", value: 30 },
    { not: { field: "path", op: "starts_with", value: "/jobs" } },
  ),
  { nil: null },
);

const common = { label: fc.constant("A criterion"), points, active: season };
const events = fc.record({ types, where });
const fading = {
  halfLifeDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
  maximum: fc.option(
    fc.integer({ min: 1, max: 4000 }).map((each) => each / 100),
    { nil: null },
  ),
};
const criterion = fc.oneof(
  fc.record({ type: fc.constant("attribute" as const), ...common, condition }),
  fc.record({ type: fc.constant("event" as const), ...common, ...fading, events, scope: fc.constantFrom(...SCOPES) }),
  fc.record({
    type: fc.constant("burst" as const),
    ...common,
    ...fading,
    events,
    count: fc.integer({ min: 2, max: 4 }),
    withinHours: fc.integer({ min: 1, max: 96 }),
  }),
  fc.record({ type: fc.constant("inactivity" as const), ...common, events, days: fc.integer({ min: 1, max: 60 }) }),
);
const group = fc.record({
  label: fc.constant("A group"),
  cap: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  floor: fc.option(fc.integer({ min: -40, max: 0 }), { nil: null }),
  criteria: fc.array(criterion, { maxLength: 5 }),
});
const axis = fc.record({
  groups: fc.array(group, { maxLength: 3 }),
  thresholds: fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 4 })
    .map((each) => each.sort((a, b) => a - b)),
});

/** Definitions that make sense, with keys numbered through. */
export const someDefinition: fc.Arbitrary<Definition> = fc
  .record({
    fit: axis,
    engagement: axis,
    mix: fc.oneof(
      fc.constant({ fit: 100, engagement: 100 }),
      fc.nat(100).map((fit) => ({ fit, engagement: 100 - fit })),
    ),
    eventsFrom: fc.constantFrom("always" as const, "stage_entered" as const),
  })
  .map(({ fit, engagement, ...rest }) => {
    let key = 0;
    const keyed = (each: typeof fit) => ({
      ...each,
      groups: each.groups.map((one) => ({
        ...one,
        key: `group_${++key}`,
        criteria: one.criteria.map((rule): WrittenCriterion => ({ ...rule, key: `criterion_${++key}` })),
      })),
    });
    const axes = { fit: keyed(fit), engagement: keyed(engagement) };
    return definitionSchema.parse({
      name: "Random",
      axes,
      plays: playsFor(axes),
      qualifies: { combinedAtLeast: 60 },
      ...rest,
    });
  });

/** Whole hours, mostly of a few days, so that events tie and bursts complete to the millisecond. */
const nearDay = fc.integer({ min: TODAY - 4, max: TODAY + 1 });
const anyDay = fc.integer({ min: TODAY - 120, max: TODAY + 1 });
const instant = fc
  .record({ day: fc.oneof(nearDay, anyDay), hour: fc.nat(23) })
  .map(({ day, hour }) => startOf(day) + hour * HOUR_MS);

const properties = fc.option(
  fc.record(
    {
      seconds: fc.constantFrom<FieldValue | null>(5, 30, 60, "long", null),
      path: fc.constantFrom("/pricing", "/jobs/1"),
    },
    { requiredKeys: [] },
  ),
  { nil: null },
);

const someEvents: fc.Arbitrary<ScoringEvent[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...CATALOGUE.eventTypes),
      asset: fc.option(fc.constantFrom("A", "B", "page_view"), { nil: null }),
      at: instant,
      properties,
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((event, place) => ({ ...event, id: `e${place}`, day: Math.floor(event.at / startOf(1)) })));

const values: Record<string, fc.Arbitrary<FieldValue | null>> = {
  country: fc.constantFrom("NL", " nl", "FR", "", null, 31),
  job_title: fc.constantFrom("Head of Sales", "CEO", null),
  employees: fc.constantFrom(5, 10, 100, "many", null),
  contract_ends: fc.oneof(fc.integer({ min: TODAY - 70, max: TODAY + 70 }), fc.constant(null)),
  interests: fc.constantFrom(["Costs"], ["speed"], [], null),
};
const change: fc.Arbitrary<FieldChange> = fc
  .constantFrom(...Object.keys(values))
  .chain((field) =>
    fc.record({ field: fc.constant(field), value: values[field] ?? fc.constant(null), validFrom: instant }),
  );

const adjustment: fc.Arbitrary<Omit<Adjustment, "id">> = fc.record({
  axis: fc.constantFrom("fit" as const, "engagement" as const),
  centipoints: fc.integer({ min: -3000, max: 3000 }),
  reason: fc.constant("A reason"),
  firstDay: fc.integer({ min: TODAY - 20, max: TODAY + 5 }),
  lastDay: fc.option(fc.integer({ min: TODAY - 5, max: TODAY + 20 }), { nil: null }),
  at: instant,
});

export const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    createdDay: fc.integer({ min: TODAY - 100, max: TODAY - 1 }),
    stageAge: fc.nat(50),
    fields: fc.record(values),
    changes: fc.uniqueArray(change, { maxLength: 6, selector: ({ field, validFrom }) => `${field} ${validFrom}` }),
    events: someEvents,
    adjustments: fc.array(adjustment, { maxLength: 3 }),
  })
  .map(({ createdDay, stageAge, adjustments, ...rest }) => ({
    ...rest,
    createdAt: startOf(createdDay),
    createdDay,
    stage: "lead",
    stageEnteredAt: startOf(TODAY - stageAge),
    stageEnteredDay: TODAY - stageAge,
    adjustments: adjustments.map((each, place) => ({ ...each, id: `a${place}` })),
  }));
