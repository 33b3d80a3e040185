import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { importTestFile, writeTestFile } from "#db/test/import-csv.ts";
import { runVoorrang } from "#db/test/run-voorrang.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { makeTestFolder } from "#db/test/test-folder.ts";
import { mappingSchema } from "#lib/import/mapping.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const KILLS = IS_LONG ? 10 : 1;
const ROWS = IS_LONG ? 60_000 : 12_000;
const openDatabase = testDatabases();

async function open(): Promise<TestDatabase> {
  const store = await openDatabase();
  await addTestOrganisation(store.db);
  return store;
}

/** Rows of a third of as many leads, so that many come back, in another batch too. */
const LEADS = {
  columns: [
    { column: "id", to: "external_id" },
    { column: "name", to: "field", field: "last_name" },
    { column: "company", to: "field", field: "account.name" },
    { column: "size", to: "field", field: "account.employees" },
    { column: "won", to: "outcome", won: ["yes"] },
  ],
};
const leadRows = Array.from({ length: ROWS }, (_, n) => {
  const lead = (n * 7919) % Math.floor(ROWS / 3);
  const id = n % 97 === 0 ? "" : lead;
  return `${id},${id === "" ? "" : `Name ${n}`},${id === "" ? "" : `Company ${lead % 500}`},${lead % 900},${n % 11 === 0 ? "yes" : "no"}`;
});
const leadsText = `id,name,company,size,won\n${leadRows.join("\n")}\n`;

const EVENTS = {
  unknownLeads: "create",
  columns: [
    { column: "id", to: "external_id" },
    { column: "day", to: "event_time" },
    { column: "what", to: "event_type" },
  ],
};
const eventRows = Array.from(
  { length: ROWS },
  (_, n) => `${n % 40},2026-01-0${1 + (n % 7)},${n % 3 ? "visit" : "call"}`,
);
const eventsText = `id,day,what\n${eventRows.join("\n")}\n`;

/** Everything that imports write, without what the clock gave. */
async function contentOf({ db }: TestDatabase) {
  const rows = await db.execute<{ what: string; digest: string; count: number }>(sql`
    with said as (
      select 'leads' as what, concat_ws('|', i.value, l.last_name, a.name, a.employees, l.stage) as row
      from leads l join lead_identities i on i.lead_id = l.id left join accounts a on a.id = l.account_id
      union all select 'stages', concat_ws('|', i.value, s.from_stage, s.to_stage)
      from stage_changes s join lead_identities i on i.lead_id = s.lead_id
      union all select 'outcomes', concat_ws('|', i.value, o.id) from outcomes o join lead_identities i on i.lead_id = o.lead_id
      union all select 'events', concat_ws('|', i.value, e.id) from events e join lead_identities i on i.lead_id = e.lead_id
      union all select 'history', concat_ws('|', field, value) from lead_field_values
      union all select 'rejections', concat_ws('|', line_number, reason) from import_rejections
      union all select 'work', 'left' from import_pending union all select 'work', 'left' from import_occurrences
    )
    select what, count(*)::int, md5(string_agg(row, ',' order by row)) as digest from said group by what order by what`);
  return [...rows];
}

describe("an import whose process is killed", () => {
  it.each([
    ["leads", leadsText, LEADS],
    ["events", eventsText, EVENTS],
  ])(
    "is finished by the next start, with nothing doubled and nothing lost: %s",
    async (kind, text, columns) => {
      const mapping = mappingSchema.parse({ kind, source: "test", ...columns });
      const whole = await open();
      await importTestFile({ text, mapping, at: TEST_TIME }, whole);

      const store = await open();
      const file = await writeTestFile(text);
      const dataDir = await makeTestFolder();
      const mappingFile = join(dataDir, "mapping.json");
      await writeFile(mappingFile, JSON.stringify(mapping));
      const arguments_ = ["import", kind, file, "--mapping", mappingFile];
      await killWhile(store, dataDir, arguments_, (read) => read > 0);
      for (let kill = 2; kill <= KILLS; kill++) {
        const before = await recordsRead(store);
        await killWhile(
          store,
          dataDir,
          ["import", kind, await writeTestFile("id\n"), "--mapping", mappingFile],
          (read) => read > before,
        );
      }
      // A command that imports nothing new still finishes what was left behind.
      process.env.DATA_DIR = dataDir;
      const last = await runVoorrang(store.url, arguments_);
      expect(last.stderr).toBe("");
      expect(last.stdout).toContain(kind === "leads" ? " 0 leads created, 0 updated" : " 0 events created");
      const [first] = await store.db.execute<{ status: string; report: { counts: object } }>(
        sql`select status, report from imports order by id limit 1`,
      );
      expect(first).toMatchObject({ status: "done", report: { counts: { read: ROWS } } });
      await store.db.execute(sql`delete from import_rejections where import_id <> (select min(id) from imports)`);
      expect(await contentOf(store)).toEqual(await contentOf(whole));
    },
    240_000,
  );
});

async function recordsRead({ db }: TestDatabase): Promise<number> {
  const [row] = await db.execute<{ read: string }>(
    sql`select coalesce(min(records_read), 0) as read from imports where status in ('queued', 'running')`,
  );
  return Number(row?.read ?? 0);
}

/** Starts the command line and kills it, without a warning, once the import got so far or has ended. */
async function killWhile(
  store: TestDatabase,
  dataDir: string,
  args: readonly string[],
  isFarEnough: (recordsRead: number) => boolean,
): Promise<void> {
  const env = { ...process.env, DATABASE_URL: store.url, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ["scripts/voorrang.ts", ...args], { env, stdio: "ignore" });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  while (child.exitCode === null && !isFarEnough(await recordsRead(store))) await sleep(5);
  child.kill("SIGKILL");
  await gone;
}
