import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { leads, outcomes, slaClocks, stageChanges, touches } from "#db/schema/index.ts";
import type { Random } from "#lib/random.ts";

const HOUR_MS = 3_600_000;
const DAYS = 80;
const ON_THE_WAY = [
  "marketing_qualified",
  "marketing_qualified",
  "sales_accepted",
  "sales_qualified",
  "opportunity",
  "customer",
] as const;

type Change = {
  readonly random: Random;
  readonly owners: readonly number[];
  /** Epoch milliseconds: what happens does so within eighty days. */
  readonly start: number;
};

class Undone extends Error {}

/** One of the things that happen to leads, as those who record them write it; some are taken back at once. */
export async function changeSomeLead({ random, owners, start }: Change, db: Database): Promise<void> {
  const at = new Date(start + random.below(DAYS * 24) * HOUR_MS);
  const actorId = random.pick([owners[0] ?? 0, ...owners]);
  await db
    .transaction(async (tx) => {
      const [lead] = await tx
        .select({ leadId: leads.id, stage: leads.stage })
        .from(leads)
        .orderBy(leads.id)
        .offset(random.below(30))
        .limit(1);
      if (!lead) return;
      const { leadId } = lead;
      switch (random.below(13)) {
        case 0:
          await tx.execute(sql`insert into leads (stage, stage_entered_at, created_at, created_day, updated_at)
            values ('lead', ${at.toISOString()}, ${at.toISOString()}, '2026-01-05', ${at.toISOString()})`);
          break;
        case 1:
          await tx
            .update(leads)
            .set({ ownerId: owners[random.below(4)] ?? null, country: random.pick(["NL", "BE", ""]) })
            .where(eq(leads.id, leadId));
          break;
        case 2:
        case 3:
        case 9:
        case 10: {
          const toStage = ON_THE_WAY[random.below(ON_THE_WAY.length)] ?? "customer";
          await tx
            .insert(stageChanges)
            .values({ leadId, at, fromStage: "lead", toStage, cause: "merge", cell: random.pick(["A1", "B2"]) });
          await tx.update(leads).set({ stage: toStage }).where(eq(leads.id, leadId));
          break;
        }
        case 4: {
          const later = new Date(at.getTime() + HOUR_MS);
          await tx.insert(stageChanges).values({ leadId, at, fromStage: "lead", toStage: "lost", cause: "merge" });
          await tx
            .insert(stageChanges)
            .values({ leadId, at: later, fromStage: "lost", toStage: "lead", cause: "person" });
          break;
        }
        case 5:
          await tx
            .update(stageChanges)
            .set({ undoneAt: at })
            .where(and(eq(stageChanges.leadId, leadId), lt(stageChanges.at, at)));
          break;
        case 6:
          await tx
            .insert(touches)
            .values({ leadId, at, kind: random.pick(["call", "note", "email"]), disposition: "called", actorId });
          break;
        case 7:
          await tx.insert(outcomes).values({
            leadId,
            id: crypto.randomUUID(),
            result: random.pick(["won", "lost"]),
            at,
            isTimed: true,
            valueMinor: 100,
            currency: "EUR",
            receivedAt: at,
          });
          break;
        case 11: {
          const clock = { arrivedAt: at, startedAt: at, halfAt: at, dueAt: new Date(at.getTime() + HOUR_MS) };
          await tx.delete(slaClocks).where(eq(slaClocks.leadId, leadId));
          await tx
            .insert(slaClocks)
            .values({ leadId, eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 60, ...clock })
            .onConflictDoNothing();
          break;
        }
        case 12:
          await tx
            .update(slaClocks)
            .set({ shownAt: at, stoppedAt: at, touchId: 1 })
            .where(eq(slaClocks.leadId, leadId));
          break;
        case 8:
          for (const table of [stageChanges, touches, outcomes, slaClocks])
            await tx.delete(table).where(eq(table.leadId, leadId));
          await tx.delete(leads).where(eq(leads.id, leadId));
          break;
      }
      if (random.below(5) === 0) throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
}
