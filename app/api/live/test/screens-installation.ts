import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { asDatabase } from "#db/as-database.ts";
import { openConnections } from "#db/connections.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { createSession } from "#db/mutations/create-session.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { TRACKER_SOURCE } from "#lib/ingest/known.ts";
import { externalKind } from "#lib/leads/identity.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE, writeDataset } from "#scripts/bench/dataset.ts";
import { choosePorts } from "#scripts/run/port.ts";
import { keepProcess } from "#worker/test/kept-process.ts";
import { openInspector } from "./inspector.ts";

const EVENTS_A_LEAD = 5;
const AUTH_SECRET = "kept for the length of this test only";

export type ScreensInstallation = Awaited<ReturnType<typeof startScreensInstallation>>;

/** An organisation of many reps with leads that a tracker tells of, behind the web server as `npm start` runs it. */
export async function startScreensInstallation({ leads }: { readonly leads: number }) {
  const folder = await mkdtemp(join(tmpdir(), "voorrang-screens-"));
  const server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  await writeDataset({ leads, events: leads * EVENTS_A_LEAD, until: new Date() }, server.url);
  const connections = openConnections(server.url);
  const store = { url: server.url, db: asDatabase(connections) };
  await store.db.execute(sql`
    insert into lead_identities (kind, value, lead_id) select ${externalKind(TRACKER_SOURCE)}, 'u' || id, id from leads`);
  await buildGeneration({ cause: "publish", day: localDay(Date.now(), DATASET_ZONE), now: () => new Date() }, store);
  const { secret } = await addTestKey(store.db);
  const [port = 0, inspected = 0] = await choosePorts(2);
  const web = await keepProcess({
    args: () => [`--inspect=127.0.0.1:${inspected}`, "scripts/web.ts"],
    env: {
      ...{ DATABASE_URL: server.url, DATA_DIR: folder, HOST: "127.0.0.1", PORT: String(port), AUTH_SECRET },
      ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "silent", VOORRANG_TEST: "" },
    },
  });
  const inspector = await openInspector(inspected);

  return {
    address: `http://127.0.0.1:${port}`,
    /** Of a tracker on a server. */
    secret,
    readMemory: inspector.readMemory,
    /** The cookie of a browser that the user signed in with. */
    async signIn(userId: number): Promise<string> {
      const sessionId = await createSession({ userId, at: new Date() }, store.db);
      return `next-auth.session-token=${await encode({ token: { sessionId }, secret: AUTH_SECRET })}`;
    },
    /** Users by id, and which leads each may see. */
    async listSight(): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
      const rows = await store.db.execute<{ userId: string; leadIds: string[] }>(sql`
        select users.id as "userId", array_agg(leads.id) as "leadIds" from users
        join leads on users.role <> 'rep' or leads.owner_id is null or leads.owner_id = users.id
        group by users.id`);
      return new Map(rows.map(({ userId, leadIds }) => [Number(userId), new Set(leadIds.map(Number))] as const));
    },
    async end(): Promise<void> {
      inspector.close();
      await web.stop();
      await connections.end();
      await server.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
