import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { exportLeads } from "#db/queries/lead-export.ts";
import { events, leads, outcomes } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { bytesSource, fileSource } from "#lib/csv/byte-source.ts";
import { detectLayout } from "#lib/csv/detect.ts";
import { inspectFile } from "#lib/csv/inspect.ts";
import { readRecords } from "#lib/csv/read-records.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { ImportRefused } from "#lib/import/refusal.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { leadFileHeader, leadFileRow } from "#lib/leads/lead-file.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { dryRunImport } from "./dry-run-import.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const databases: TestDatabase[] = [];
let store: TestDatabase;

beforeEach(async () => {
  store = await createTestDatabase();
  databases.push(store);
  await addTestOrganisation(store.db);
});
afterAll(async () => {
  for (const database of databases) await database.drop();
});

async function load(file: string, example: string) {
  const mapping = JSON.parse(readFileSync(`examples/${example}.json`, "utf8"));
  const { kind, report } = await importTestFile({ path: testFile(file), mapping, at: TEST_TIME }, store);
  if (!report) throw new Error("There is no report.");
  const { read, created, updated, rejected, leadsCreated } = report.counts;
  return { read, created, updated, rejected, leadsCreated, unchanged: unchanged(kind, report.counts) };
}

describe.skipIf(!hasTestFiles)(`published data sets${NEEDS_TEST_FILES}`, () => {
  it("X Education: 9,240 leads, none rejected, 3,561 customers, and a second run changes nothing", async () => {
    const first = await load("xeducation/Leads.csv", "xeducation/leads");
    expect(first).toMatchObject({ read: 9240, created: 9240, rejected: 0 });
    expect(await store.db.$count(outcomes, eq(outcomes.result, "won"))).toBe(3561);
    const [asked] = await store.db.execute(sql`
      select count(*) filter (where not may_call)::int as calls, count(*) filter (where not may_email)::int as mails,
        count(*) filter (where city is null)::int as cities, count(*) filter (where custom ? 'lead_profile')::int as profiles
      from leads`);
    expect(asked).toEqual({ calls: 2, mails: 734, cities: 3669, profiles: 2385 });
    const second = await load("xeducation/Leads.csv", "xeducation/leads");
    expect(second).toMatchObject({ read: 9240, created: 0, updated: 0, unchanged: 9240, rejected: 0 });
  });

  it("Udacity: the counts published with the course come out", { timeout: 240_000 }, async () => {
    const folder = "udacity_engagement";
    expect(await load(`${folder}/enrollments.csv`, "udacity/leads")).toMatchObject({ read: 1640, created: 1302 });
    await load(`${folder}/enrollments.csv`, "udacity/enrolments");
    expect(await load(`${folder}/daily_engagement.csv`, "udacity/events")).toMatchObject({
      read: 136_240,
      rejected: 0,
    });
    expect(await load(`${folder}/project_submissions.csv`, "udacity/submissions")).toMatchObject({
      read: 3642,
      rejected: 0,
    });

    const [counts] = await store.db.execute(sql`
      select count(*) filter (where type.key = 'enrolled')::int as enrolments,
        count(*) filter (where type.key in ('studied', 'stayed_away'))::int as days,
        count(*) filter (where type.key = 'project_submitted')::int as submissions
      from events event join event_types type on type.id = event.type_id join leads lead on lead.id = event.lead_id
      where lead.custom ->> 'is_test_account' is distinct from 'true'`);
    expect(counts).toEqual({ enrolments: 1622, days: 135_656, submissions: 3634 });

    const students = await findStayers();
    expect(students.size).toBe(995);
    const week = await firstWeek(students);
    expect(week.rows).toBe(6919);
    expect(week.mean).toBeCloseTo(306.708, 3);
    expect(week.deviation).toBeCloseTo(412.997, 3);
    expect(week.most).toBeCloseTo(3564.733, 3);
    const passed = await findPassers();
    const ofPassers = await firstWeek(new Map([...students].filter(([leadId]) => passed.has(leadId))));
    const ofOthers = await firstWeek(new Map([...students].filter(([leadId]) => !passed.has(leadId))));
    expect([ofPassers.rows, ofOthers.rows]).toEqual([4527, 2392]);
    expect(ofPassers.mean).toBeCloseTo(394.586, 3);
    expect(ofOthers.mean).toBeCloseTo(143.326, 3);
  });

  it("Yammer's mails: leads from a file without a header, and their mails", { timeout: 120_000 }, async () => {
    expect(await load("email_engagement/users_noheader.csv", "email-engagement/leads")).toMatchObject({
      read: 19_066,
      created: 19_066,
      rejected: 0,
    });
    expect(await store.db.$count(outcomes)).toBe(9381);
    if (!IS_LONG) return;
    expect(await load("email_engagement/email_events.csv", "email-engagement/events")).toMatchObject({
      read: 90_389,
      rejected: 0,
    });
    const types = await store.db.execute<{ key: string; count: number }>(sql`
      select type.key, count(*)::int from events event join event_types type on type.id = event.type_id group by 1 order by 1`);
    expect([...types]).toEqual([
      { key: "email_clicked", count: 9010 },
      { key: "email_opened", count: 20_459 },
      { key: "sent_reengagement_email", count: 3653 },
      { key: "sent_weekly_digest", count: 57_267 },
    ]);
  });

  it("RetailRocket: visitors made by their first event, genuine repeats kept", { timeout: 60_000 }, async () => {
    const first = await load("retailrocket_sample/events.csv", "retailrocket/events");
    expect(first).toMatchObject({ read: 9385, created: 9385, leadsCreated: 5000 });
    expect(await load("retailrocket_sample/events.csv", "retailrocket/events")).toMatchObject({
      created: 0,
      unchanged: 9385,
    });
    await load("retailrocket_sample/events.csv", "retailrocket/outcomes");
    const [buyers] = await store.db.execute(sql`select count(distinct lead_id)::int as buyers from outcomes`);
    expect(buyers).toEqual({ buyers: 39 });
  });

  it.runIf(IS_LONG)(
    "A/B visits: 294,478 visits of 290,584 users out of gzipped files",
    { timeout: 600_000 },
    async () => {
      expect(await load("ab_visits/countries.csv.gz", "ab-visits/leads")).toMatchObject({
        read: 290_584,
        created: 290_584,
      });
      expect(await load("ab_visits/ab_data.csv.gz", "ab-visits/events")).toMatchObject({
        read: 294_478,
        created: 294_478,
      });
      expect(await load("ab_visits/ab_data.csv.gz", "ab-visits/outcomes")).toMatchObject({ created: 35_237 });
    },
  );

  /** Students without test accounts who stayed beyond seven days, with the day of their newest such enrolment. */
  async function findStayers(): Promise<Map<number, number>> {
    const rows = await store.db.execute<{ lead_id: string; key: string; day: number; stayed: number | null }>(sql`
      select event.lead_id, type.key, event.day - date '1970-01-01' as day, (event.properties ->> 'days_enrolled')::int as stayed
      from events event join event_types type on type.id = event.type_id join leads lead on lead.id = event.lead_id
      where type.key in ('enrolled', 'cancelled') and lead.custom ->> 'is_test_account' = 'false'`);
    const enrolled = new Map<number, number[]>();
    for (const row of rows.filter(({ key }) => key === "enrolled"))
      enrolled.set(Number(row.lead_id), [...(enrolled.get(Number(row.lead_id)) ?? []), row.day]);
    for (const { lead_id, day, stayed } of rows.filter(({ key }) => key === "cancelled")) {
      if (stayed === null || stayed > 7) continue;
      const days = enrolled.get(Number(lead_id)) ?? [];
      days.splice(days.indexOf(day - stayed), 1);
    }
    return new Map(
      [...enrolled].flatMap(([leadId, days]) => (days.length > 0 ? [[leadId, Math.max(...days)] as const] : [])),
    );
  }

  async function findPassers(): Promise<Set<number>> {
    const rows = await store.db.execute<{ lead_id: string }>(sql`
      select distinct event.lead_id from events event
      join event_types type on type.id = event.type_id join assets asset on asset.id = event.asset_id
      where type.key = 'project_passed' and asset.name in ('746169184', '3176718735')`);
    return new Set(rows.map((row) => Number(row.lead_id)));
  }

  /** Days in the seven from enrolment on, and the minutes of study of each student in them. */
  async function firstWeek(students: ReadonlyMap<number, number>) {
    const rows = await store.db.execute<{ lead_id: string; day: number; minutes: number }>(sql`
      select event.lead_id, event.day - date '1970-01-01' as day, coalesce((event.properties ->> 'minutes')::float8, 0) as minutes
      from events event join event_types type on type.id = event.type_id where type.key in ('studied', 'stayed_away')`);
    const inWeek = rows.filter(({ lead_id, day }) => {
      const joined = students.get(Number(lead_id));
      return joined !== undefined && day >= joined && day - joined < 7;
    });
    const minutes = new Map<string, number>();
    for (const row of inWeek) minutes.set(row.lead_id, (minutes.get(row.lead_id) ?? 0) + row.minutes);
    const totals = [...minutes.values()];
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / totals.length;
    return { rows: inWeek.length, mean, deviation: Math.sqrt(variance), most: Math.max(...totals) };
  }
});

describe.skipIf(!hasTestFiles)(`hostile and odd files${NEEDS_TEST_FILES}`, () => {
  it("every one of them goes through a dry run or is refused, and none hangs", { timeout: 240_000 }, async () => {
    const files = readdirSync(testFile("nasty_csv"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const refused: string[] = [];
    async function tryNext(): Promise<void> {
      for (let file = files.pop(); file; file = files.pop()) {
        const report = await tryOut(join(file.parentPath, file.name));
        if (report === null) refused.push(file.name);
        else {
          const { read, created, rejected } = report.counts;
          expect(read, file.name).toBe(created + rejected + unchanged("leads", report.counts));
        }
      }
    }
    const total = files.length;
    await Promise.all([tryNext(), tryNext(), tryNext(), tryNext()]);
    expect(total).toBeGreaterThan(150);
    expect(
      refused.every((name) =>
        /\.json$|^LICENSE$|^(empty|zero_bytes|all-empty|bad-header-no-header)\.csv$|^blns\.txt$/.test(name),
      ),
    ).toBe(true);
    expect(await store.db.$count(leads)).toBe(0);
  });

  it("the same contacts in every encoding and layout become the same leads", { timeout: 120_000 }, async () => {
    const folder = testFile("nasty_csv/encoding-variants");
    const samples = new Map<string, unknown>();
    for (const name of [
      "utf8_lf.csv",
      "utf8_bom_crlf.csv",
      "cp1252_crlf.csv",
      "utf16le_bom.csv",
      "utf16be_bom.csv",
      "quote_all.csv",
      "tab.tsv",
      "pipe.txt",
      "no_final_newline.csv",
      "nul_padded.csv",
      "title_rows_and_footer.csv",
      "semicolon_decimal_comma_cp1252.csv",
      "excel_sep_line.csv",
    ]) {
      const report = await tryOut(join(folder, name));
      expect(report?.counts, name).toMatchObject({ read: 9, created: 8, rejected: 0 });
      samples.set(
        name,
        report?.sample.map(({ values }) => values),
      );
    }
    for (const [name, sample] of samples) expect(sample, name).toEqual(samples.get("utf8_lf.csv"));
  });

  it("515 naughty strings survive import, query and export unchanged", { timeout: 60_000 }, async () => {
    const strings: string[] = JSON.parse(readFileSync(testFile("nasty_csv/naughty-strings/blns.json"), "utf8"));
    expect(strings).toHaveLength(515);
    const mapping = {
      kind: "leads",
      columns: [
        { column: "id", to: "external_id" },
        { column: "custom", to: "custom", key: "naughty", type: "text" },
        { column: "company", to: "field", field: "account.industry" },
        { column: "name", to: "field", field: "account.name" },
      ],
    };
    const short = strings.map((text) => (text.length > 250 ? text.slice(0, 100) : text));
    const rows = strings.map((text, at) => [String(at), text, short[at] ?? "", `Company ${at}`]);
    const text = (await Array.fromAsync(writeCsv([["id", "custom", "company", "name"], ...rows]))).join("");
    const done = await importTestFile({ text, mapping, at: TEST_TIME }, store);
    expect(done.report?.counts).toMatchObject({ read: 515, created: 515, rejected: 0 });

    const stored = await Array.fromAsync(exportLeads({ generationId: null }, store.db));
    const byId = new Map(stored.map(({ externalId, fields }) => [Number(externalId), fields]));
    strings.forEach((string, at) => {
      expect(byId.get(at)?.naughty ?? "").toBe(string);
      expect(byId.get(at)?.["account.industry"] ?? "").toBe(short[at]);
    });
    const exported = stored.map(({ externalId, fields }) => [externalId, String(fields.naughty ?? "")]);
    const written = (await Array.fromAsync(writeCsv([["id", "text"], ...exported]))).join("");
    expect(written).not.toMatch(/^\d+,"?[=+\-@]/m);
    const read = await readBack(written);
    expect(new Map(read.map(([id, value]) => [Number(id), value]))).toEqual(
      new Map(strings.map((string, at) => [at, string])),
    );
    expect((await importTestFile({ text, mapping, at: TEST_TIME }, store)).report?.counts).toMatchObject({
      created: 0,
      updated: 0,
    });

    const types = await readFieldTypes(store.db);
    const table = stored.map((lead) => leadFileRow(lead, { types, points: pointsText }));
    const own = (await Array.fromAsync(writeCsv([leadFileHeader({ types }), ...table]))).join("");
    const detection = await detectLayout(await inspectFile(bytesSource(Buffer.from(own))));
    if (!detection.ok) throw new Error(detection.refusal);
    const guessed = guessMapping({ kind: "leads", layout: detection.layout, fieldTypes: types }).mapping;
    const again = await importTestFile({ text: own, mapping: guessed, at: TEST_TIME }, store);
    expect(again.report?.counts).toMatchObject({ read: 515, created: 0, updated: 0, rejected: 0, conflicts: 0 });
  });

  async function tryOut(path: string) {
    const source = await fileSource(path);
    const detection = await detectLayout(await inspectFile(source));
    if (!detection.ok) return null;
    const { mapping } = guessMapping({ kind: "leads", layout: detection.layout, fieldTypes: {} });
    return dryRunImport({ source, mapping, now: () => TEST_TIME }, store).catch((error: unknown) => {
      if (error instanceof ImportRefused) return null;
      throw error;
    });
  }

  async function readBack(text: string) {
    const source = bytesSource(Buffer.from(text));
    const stated = { separator: ",", header: true, preamble: 0, footer: 0, lineEnd: "lf" } as const;
    const detection = await detectLayout(await inspectFile(source), stated);
    if (!detection.ok) throw new Error(detection.refusal);
    const rows: (readonly string[])[] = [];
    for await (const { records } of readRecords(source, detection.layout))
      rows.push(...records.map(({ cells }) => cells));
    return rows;
  }
});

describe("leads in the order in which they came", () => {
  it("have rising ids, so that what is read by id is read by arrival", async () => {
    const text = `email\n${Array.from({ length: 50 }, (_, n) => `p${n}@b.nl`).join("\n")}\n`;
    await importTestFile(
      { text, mapping: { kind: "leads", columns: [{ column: "email", to: "email" }] }, at: TEST_TIME },
      store,
    );
    const rows = await store.db.select({ email: leads.email }).from(leads).orderBy(asc(leads.id));
    expect(rows.map(({ email }) => email)).toEqual(Array.from({ length: 50 }, (_, n) => `p${n}@b.nl`));
    expect(await store.db.$count(events)).toBe(0);
  });
});
