import type { Executor } from "#db/client.ts";
import { assets, events, eventTypes, leads, models, modelVersions, organisation, sources } from "#db/schema/index.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import { localDay } from "#lib/time/local-day.ts";
import { TEST_TIME } from "./add-test-user.ts";

/** Not a zone of whole hours from anywhere else in the tests. */
export const TEST_ZONE = "Asia/Kathmandu";
export const TEST_DAY = localDay(TEST_TIME.getTime(), TEST_ZONE);
const DAY_MS = 86_400_000;

export function daysAgo(days: number): Date {
  return new Date(TEST_TIME.getTime() - days * DAY_MS);
}

export async function addTestOrganisation(executor: Executor): Promise<void> {
  await executor.insert(organisation).values({ name: "Test", timeZone: TEST_ZONE, createdAt: TEST_TIME });
}

/** Fit: 30 for a director. Engagement: 40 a demo request (half-life 30 days), 5 a page once per asset, -10 when idle for 60 days. */
export function testDefinition(overrides: Record<string, unknown> = {}): Definition {
  const plays = ["A", "B", "C", "D"].flatMap((fit, row) =>
    [1, 2, 3, 4].map((engagement, column) => [
      `${fit}${engagement}`,
      { temperature: "warm", action: "nurture", priority: row * 4 + column + 1 },
    ]),
  );
  return definitionSchema.parse({
    name: "Test",
    axes: {
      fit: {
        thresholds: [10, 20, 30],
        groups: [
          {
            key: "person",
            label: "Person",
            criteria: [
              {
                type: "attribute",
                key: "director",
                label: "Director",
                points: 30,
                condition: { field: "job_title", op: "contains_word", value: "director" },
              },
              {
                type: "attribute",
                key: "large",
                label: "Large",
                points: 12.5,
                condition: { field: "account.employees", op: "at_least", value: 100 },
              },
            ],
          },
        ],
      },
      engagement: {
        thresholds: [10, 25, 50],
        groups: [
          {
            key: "behaviour",
            label: "Behaviour",
            criteria: [
              event("demo", { points: 40, types: ["demo_requested"], halfLifeDays: 30 }),
              event("page", { points: 5, types: ["page_viewed"], halfLifeDays: 10, scope: "once_per_asset" }),
              {
                ...event("video", { points: 8, types: ["video_played"], halfLifeDays: null }),
                events: { types: ["video_played"], where: { field: "minutes", op: "at_least", value: 2 } },
              },
              {
                type: "inactivity",
                key: "idle",
                label: "Idle",
                points: -10,
                days: 60,
                events: { types: "any" },
              },
            ],
          },
        ],
      },
    },
    mix: { fit: 50, engagement: 50 },
    plays: Object.fromEntries(plays),
    qualifies: { combinedAtLeast: 30 },
    ...overrides,
  });
}

function event(key: string, rest: { points: number; types: string[]; halfLifeDays: number | null; scope?: string }) {
  const { types, ...given } = rest;
  return { type: "event", key, label: key, ...given, events: { types } };
}

/** A published version of a model; of a new model when none is named. */
export async function addTestVersion(
  executor: Executor,
  definition: Definition = testDefinition(),
  modelId?: number,
): Promise<{ modelId: number; versionId: number }> {
  const known = await executor.select({ id: models.id }).from(models);
  const id = modelId ?? (await addModel(executor, known.length + 1));
  const versions = await executor.select({ modelId: modelVersions.modelId }).from(modelVersions);
  const number = versions.filter((version) => version.modelId === id).length + 1;
  const [row] = await executor
    .insert(modelVersions)
    .values({ modelId: id, number, definition, publishedAt: TEST_TIME })
    .returning({ id: modelVersions.id });
  if (!row) throw new Error("The version was not stored.");
  return { modelId: id, versionId: row.id };
}

async function addModel(executor: Executor, position: number): Promise<number> {
  const [row] = await executor
    .insert(models)
    .values({ kind: "lead", position, createdAt: TEST_TIME })
    .returning({ id: models.id });
  if (!row) throw new Error("The model was not stored.");
  return row.id;
}

/** A lead created 90 days ago, unless told otherwise. */
export async function addTestLead(
  executor: Executor,
  overrides: Partial<typeof leads.$inferInsert> = {},
): Promise<number> {
  const createdAt = overrides.createdAt ?? daysAgo(90);
  const [row] = await executor
    .insert(leads)
    .values({
      lastName: "Jansen",
      stageEnteredAt: createdAt,
      createdAt,
      createdDay: localDay(createdAt.getTime(), TEST_ZONE),
      updatedAt: createdAt,
      ...overrides,
    })
    .returning({ id: leads.id });
  if (!row) throw new Error("The lead was not stored.");
  return row.id;
}

type TestEvent = {
  readonly type: string;
  readonly at: Date;
  readonly asset?: string;
  readonly properties?: Record<string, string | number | boolean>;
};

/** Stores an event without scoring its lead. */
export async function addTestEvent(executor: Executor, leadId: number, event: TestEvent): Promise<void> {
  await executor
    .insert(eventTypes)
    .values({ key: event.type, label: event.type, createdAt: TEST_TIME })
    .onConflictDoNothing();
  await executor.insert(sources).values({ key: "test", createdAt: TEST_TIME }).onConflictDoNothing();
  if (event.asset) await executor.insert(assets).values({ name: event.asset }).onConflictDoNothing();
  const types = await executor.select().from(eventTypes);
  const named = await executor.select().from(assets);
  const [source] = await executor.select().from(sources);
  await executor.insert(events).values({
    leadId,
    id: crypto.randomUUID(),
    typeId: types.find(({ key }) => key === event.type)?.id ?? 0,
    assetId: named.find(({ name }) => name === event.asset)?.id ?? null,
    sourceId: source?.id ?? 0,
    occurredAt: event.at,
    day: localDay(event.at.getTime(), TEST_ZONE),
    receivedAt: event.at,
    properties: event.properties ?? null,
  });
}
