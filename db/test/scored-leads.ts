import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { attachPartition, createPartition } from "#db/partitions.ts";
import { generations, leadScores, leads, models, modelVersions, organisation } from "#db/schema/index.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { cellsOf } from "#lib/matrix/bands.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";

/** Every lead that may still be worked: what a list shows when nothing is asked of it. */
export const OPEN_LEADS: ListFilter = {
  country: null,
  source: null,
  owner: null,
  stage: "open",
  search: "",
  cell: null,
  isUnscored: false,
};

const AXES = {
  fit: { groups: [], thresholds: [25, 45, 65] },
  engagement: { groups: [], thresholds: [20, 40, 60] },
};

/** A definition with four bands per axis and no criterion, or with what the test says. */
export function definitionOf(changes: Partial<Definition> = {}): Definition {
  const bare = definitionSchema.parse({
    name: "Inbound",
    axes: AXES,
    mix: { fit: 40, engagement: 60 },
    plays: {},
    qualifies: { cells: ["A1"] },
    ...changes,
  });
  const plays = cellsOf(bare).map(({ cell }, place) => [
    cell,
    { temperature: "warm", action: "nurture", priority: place + 1, slaMinutes: null },
  ]);
  return definitionSchema.parse({ ...bare, plays: { ...Object.fromEntries(plays), ...changes.plays } });
}

/** An organisation with one model in force and an empty generation of its scores. */
export async function foundOrganisation(
  db: Database,
  { definition = definitionOf(), day = 20_500, at = new Date("2026-02-16T09:00:00Z") } = {},
) {
  const [model] = await db.insert(models).values({ kind: "lead", position: 1, createdAt: at }).returning();
  const [version] = await db
    .insert(modelVersions)
    .values({ modelId: model?.id ?? 0, number: 1, definition, publishedAt: at })
    .returning();
  const versionId = version?.id ?? 0;
  const [generation] = await db
    .insert(generations)
    .values({
      status: "current",
      cause: "publish",
      day,
      timeZone: "Europe/Amsterdam",
      versionIds: [versionId],
      fieldTypes: STANDARD_FIELDS,
      createdAt: at,
      switchedAt: at,
    })
    .returning();
  const generationId = generation?.id ?? 0;
  await createPartition(generationId, db);
  await attachPartition(generationId, db);
  await db.insert(organisation).values({
    name: "Kempen Sanitair",
    timeZone: "Europe/Amsterdam",
    currentGenerationId: generationId,
    createdAt: at,
  });
  return { generationId, versionId };
}

type ScoreOf = { generationId: number; versionId: number; fit: number; engagement: number; cell: string };

/** A lead, with a stored score when one is given. */
export async function addLead(
  db: Database,
  { score, ...changes }: Partial<typeof leads.$inferInsert> & { score?: ScoreOf & { newestEventAt?: string } } = {},
): Promise<number> {
  const at = new Date("2026-01-05T08:00:00Z");
  const [lead] = await db
    .insert(leads)
    .values({ stageEnteredAt: at, createdAt: at, createdDay: 20_458, updatedAt: at, ...changes })
    .returning({ id: leads.id });
  const leadId = lead?.id ?? 0;
  if (score) {
    const { newestEventAt, ...parts } = score;
    await db.insert(leadScores).values({
      leadId,
      kind: "lead",
      combined: Math.floor((40 * score.fit + 60 * score.engagement + 50) / 100),
      qualifies: score.cell === "A1",
      knownFields: 1,
      askedFields: 1,
      // As text: a Date would round to milliseconds.
      newestEventAt: newestEventAt === undefined ? null : sql`${newestEventAt}::timestamptz`,
      ...parts,
    });
  }
  return leadId;
}
