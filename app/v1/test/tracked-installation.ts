import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Store } from "#db/client.ts";
import { openConnections } from "#db/connections.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { eventIdAtSource } from "#lib/events/identity.ts";
import { TRACKER_SOURCE } from "#lib/ingest/known.ts";
import { externalKind } from "#lib/leads/identity.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE, writeDataset } from "#scripts/bench/dataset.ts";

const EVENTS_A_LEAD = 5;

export type TrackedInstallation = Awaited<ReturnType<typeof startTrackedInstallation>>;

/** A database of its own with leads that a tracker names `u1`, `u2`, …, and the secret of that tracker. */
export async function startTrackedInstallation({ leads }: { readonly leads: number }) {
  const now = () => new Date();
  const folder = await mkdtemp(join(tmpdir(), "voorrang-tracked-"));
  const server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  await writeDataset({ leads, events: leads * EVENTS_A_LEAD, until: now() }, server.url);
  const connections = openConnections(server.url);
  const store: Store = { url: server.url, db: asDatabase(connections) };
  await store.db.execute(sql`
    insert into lead_identities (kind, value, lead_id) select ${externalKind(TRACKER_SOURCE)}, 'u' || id, id from leads`);
  await buildGeneration({ cause: "publish", day: localDay(Date.now(), DATASET_ZONE), now }, store);
  const { secret } = await addTestKey(store.db);

  return {
    folder,
    store,
    secret,
    /** What a process of it is to know. */
    env: { DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: "silent", TZ: "UTC" },
    /** Of messages with these ids each is stored once, nothing else is, and all scores are what they are to be. */
    async expectStored(messageIds: readonly string[]): Promise<void> {
      const ids = messageIds.map((id) => eventIdAtSource({ source: TRACKER_SOURCE, id }));
      const [row] = await store.db.execute<{ stored: number; all: number }>(sql`
        select count(*) filter (where id = any(${sql.param(ids)}::uuid[]))::int as stored, count(*)::int as all
        from events where source_id = (select id from sources where key = ${TRACKER_SOURCE})`);
      expect(row).toEqual({ stored: ids.length, all: ids.length });
      const verified = await verifyScores({ now }, store);
      expect(verified).toMatchObject({ leads, differences: 0, missing: 0, surplus: 0 });
    },
    async end(): Promise<void> {
      await connections.end();
      await server.release();
      await rm(folder, { recursive: true });
    },
  };
}
