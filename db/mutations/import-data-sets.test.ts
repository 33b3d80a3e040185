import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outcomes } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { daysLater, prepareImports } from "#db/test/test-imports.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { unchanged } from "#lib/import/unchanged.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const { store } = prepareImports();

async function load(file: string, example: string, at = TEST_TIME) {
  const mapping = JSON.parse(readFileSync(`examples/${example}.json`, "utf8"));
  const { kind, report } = await importTestFile({ path: testFile(file), mapping, at }, store());
  if (!report) throw new Error("There is no report.");
  const { read, created, updated, rejected, leadsCreated } = report.counts;
  return { read, created, updated, rejected, leadsCreated, unchanged: unchanged(kind, report.counts) };
}

describe.skipIf(!hasTestFiles)(`published data sets${NEEDS_TEST_FILES}`, () => {
  it("X Education: 9,240 leads, none rejected, 3,561 customers, and a second run changes nothing", async () => {
    const first = await load("xeducation/Leads.csv", "xeducation/leads");
    expect(first).toMatchObject({ read: 9240, created: 9240, rejected: 0 });
    expect(await store().db.$count(outcomes, eq(outcomes.result, "won"))).toBe(3561);
    const [asked] = await store().db.execute(sql`
      select count(*) filter (where not may_call)::int as calls, count(*) filter (where not may_email)::int as mails,
        count(*) filter (where city is null)::int as cities, count(*) filter (where custom ? 'lead_profile')::int as profiles
      from leads`);
    expect(asked).toEqual({ calls: 2, mails: 734, cities: 3669, profiles: 2385 });
    const second = await load("xeducation/Leads.csv", "xeducation/leads", daysLater(1));
    expect(second).toMatchObject({ read: 9240, created: 0, updated: 0, unchanged: 9240, rejected: 0 });
  });

  it("Udacity: the counts published with the course come out", async () => {
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

    const [counts] = await store().db.execute(sql`
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

  it("Yammer's mails: leads from a file without a header, and their mails", async () => {
    expect(await load("email_engagement/users_noheader.csv", "email-engagement/leads")).toMatchObject({
      read: 19_066,
      created: 19_066,
      rejected: 0,
    });
    expect(await store().db.$count(outcomes)).toBe(9381);
    if (!IS_LONG) return;
    expect(await load("email_engagement/email_events.csv", "email-engagement/events")).toMatchObject({
      read: 90_389,
      rejected: 0,
    });
    const types = await store().db.execute<{ key: string; count: number }>(sql`
      select type.key, count(*)::int from events event join event_types type on type.id = event.type_id group by 1 order by 1`);
    expect([...types]).toEqual([
      { key: "email_clicked", count: 9010 },
      { key: "email_opened", count: 20_459 },
      { key: "sent_reengagement_email", count: 3653 },
      { key: "sent_weekly_digest", count: 57_267 },
    ]);
  });

  it("RetailRocket: visitors made by their first event, genuine repeats kept", async () => {
    const first = await load("retailrocket_sample/events.csv", "retailrocket/events");
    expect(first).toMatchObject({ read: 9385, created: 9385, leadsCreated: 5000 });
    expect(await load("retailrocket_sample/events.csv", "retailrocket/events")).toMatchObject({
      created: 0,
      unchanged: 9385,
    });
    await load("retailrocket_sample/events.csv", "retailrocket/outcomes");
    const [buyers] = await store().db.execute(sql`select count(distinct lead_id)::int as buyers from outcomes`);
    expect(buyers).toEqual({ buyers: 39 });
  });

  it.runIf(IS_LONG)("A/B visits: 294,478 visits of 290,584 users out of gzipped files", async () => {
    expect(await load("ab_visits/countries.csv.gz", "ab-visits/leads")).toMatchObject({
      read: 290_584,
      created: 290_584,
    });
    expect(await load("ab_visits/ab_data.csv.gz", "ab-visits/events")).toMatchObject({
      read: 294_478,
      created: 294_478,
    });
    expect(await load("ab_visits/ab_data.csv.gz", "ab-visits/outcomes")).toMatchObject({ created: 35_237 });
  });

  /** Students without test accounts who stayed beyond seven days, with the day of their newest such enrolment. */
  async function findStayers(): Promise<Map<number, number>> {
    const rows = await store().db.execute<{ lead_id: string; key: string; day: number; stayed: number | null }>(sql`
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
    const rows = await store().db.execute<{ lead_id: string }>(sql`
      select distinct event.lead_id from events event
      join event_types type on type.id = event.type_id join assets asset on asset.id = event.asset_id
      where type.key = 'project_passed' and asset.name in ('746169184', '3176718735')`);
    return new Set(rows.map((row) => Number(row.lead_id)));
  }

  /** Days in the seven from enrolment on, and the minutes of study of each student in them. */
  async function firstWeek(students: ReadonlyMap<number, number>) {
    const rows = await store().db.execute<{ lead_id: string; day: number; minutes: number }>(sql`
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
