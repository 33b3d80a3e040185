import { asc, count, eq, gt, sql } from "drizzle-orm";
import { connectBulk, copyIn } from "#db/bulk.ts";
import type { Database, Store } from "#db/client.ts";
import { BinaryRows } from "#db/copy-binary-writer.ts";
import { partitionName } from "#db/partitions.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { type EventReading, openEventReading, streamEvents } from "#db/queries/event-stream.ts";
import { readStandingFacts } from "#db/queries/standing-facts.ts";
import { generations, leads } from "#db/schema/index.ts";
import { eventNeeds } from "#lib/model/event-needs.ts";
import { openScorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";

const LEADS_A_SLICE = 4000;
const COLUMNS = `lead_id, kind, generation_id, version_id, fit, engagement, combined, cell, qualifies,
  known_fields, asked_fields, newest_event_at`;

export type FillGeneration = { readonly generation: Generation; readonly signal?: AbortSignal };
export type Filled = { readonly leads: number; readonly scored: number };

/** Scores all leads, slice by slice, into the generation's own table, which is still attached to nothing. */
export async function fillGeneration({ generation, signal }: FillGeneration, { url, db }: Store): Promise<Filled> {
  const [reader, writer] = await Promise.all([connectBulk(url), connectBulk(url)]);
  const filled = { leads: 0, scored: 0 };
  try {
    const reading = await openEventReading(eventNeeds(generation.models.map((model) => model.definition)), db);
    await db
      .update(generations)
      .set({ leadsTotal: sql`(select ${count()} from ${leads})` })
      .where(eq(generations.id, generation.id));
    const statement = `copy ${partitionName(generation.id)} (${COLUMNS}) from stdin (format binary)`;
    await copyIn(writer, statement, rowsOf(reading));
    return filled;
  } finally {
    await Promise.all([reader.end(), writer.end()]);
  }

  async function* rowsOf(reading: EventReading): AsyncGenerator<Buffer> {
    yield BinaryRows.header();
    const rows = new BinaryRows();
    // The next slice is read while this one is scored.
    let next = readSlice(0, reading);
    for (;;) {
      const slice = await next;
      signal?.throwIfAborted();
      if (!slice) break;
      next = readSlice(slice.to, reading);
      // Whoever awaits `next` gets its failure; until then it must not count as unhandled.
      next.catch(() => {});
      scoreSlice(slice, rows);
      yield rows.take();
      await db.update(generations).set({ leadsDone: filled.leads }).where(eq(generations.id, generation.id));
    }
    yield BinaryRows.trailer();
  }

  async function readSlice(after: number, reading: EventReading) {
    const to = await lastOfSlice(after, db);
    if (to === null) return null;
    const range = { from: after + 1, to };
    const [standing, events] = await Promise.all([
      readStandingFacts({ slice: range, cut: null, timeZone: generation.timeZone }, db),
      streamEvents({ ...range, reading }, reader),
    ]);
    return { to, standing, events };
  }

  function scoreSlice({ standing, events }: NonNullable<Awaited<ReturnType<typeof readSlice>>>, rows: BinaryRows) {
    const scorer = openScorer(generation);
    const moment = { day: generation.day, cut: null };
    for (const [leadId, { mayScore, facts }] of standing) {
      filled.leads++;
      if (!mayScore) continue;
      const score = scoreToStore({ ...facts, events: events.get(leadId) ?? [] }, scorer, moment);
      if (!score) continue;
      filled.scored++;
      writeRow(rows, { leadId, generationId: generation.id, score });
    }
  }
}

async function lastOfSlice(after: number, db: Database): Promise<number | null> {
  const slice = db
    .select({ id: leads.id })
    .from(leads)
    .where(gt(leads.id, after))
    .orderBy(asc(leads.id))
    .limit(LEADS_A_SLICE)
    .as("slice");
  const [row] = await db.select({ last: sql<string | null>`max(${slice.id})` }).from(slice);
  return row?.last == null ? null : Number(row.last);
}

type Row = { readonly leadId: number; readonly generationId: number; readonly score: StoredScore };

function writeRow(rows: BinaryRows, { leadId, generationId, score }: Row): void {
  rows.begin(12);
  rows.int8(leadId);
  rows.text("lead");
  rows.int4(generationId);
  rows.int4(score.versionId);
  rows.int4(score.fit);
  rows.int4(score.engagement);
  rows.int4(score.combined);
  rows.text(score.cell);
  rows.boolean(score.qualifies);
  rows.int4(score.knownFields);
  rows.int4(score.askedFields);
  if (score.newestEventAt === null) rows.null();
  else rows.instant(score.newestEventAt);
}
