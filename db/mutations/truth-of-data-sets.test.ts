import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFigures } from "#db/queries/performance.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, TEST_ZONE, testDefinition } from "#db/test/scoring-fixtures.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { advise } from "#lib/performance/advice/advise.ts";
import { ANY_JOURNEY } from "#lib/performance/journey-filter.ts";
import { judgeOrder } from "#lib/performance/truth/order.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import { buildGeneration } from "./build-generation.ts";
import { measureTruth } from "./measure-truth.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LIMIT = 0.7;
/** Days after the import: whatever was to come of the leads has come. */
const LATER = 200;

let store: TestDatabase;
beforeEach(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterEach(() => store.drop());

const mappingOf = (example: string) => JSON.parse(readFileSync(`examples/${example}.json`, "utf8"));

async function load(example: string, file: { readonly path: string } | { readonly text: string }) {
  await importTestFile({ ...file, mapping: mappingOf(example), at: TEST_TIME }, store);
}

/** The page of figures under a model that was published on the day of the import. */
async function publish(definition: Definition) {
  await addTestVersion(store.db, definition);
  await buildGeneration(TEST_PASS, store);
  const report = await measureTruth({ now: () => TEST_TIME, most: 300_000 }, store);
  if (!report) throw new Error("Nothing was measured.");
  return report;
}

async function readPage() {
  const today = TEST_DAY + LATER;
  const now = TEST_TIME.getTime() + LATER * 86_400_000;
  const clock = { now, today, windowDays: 90, timeZone: TEST_ZONE };
  const filter = { ...ANY_JOURNEY, from: TEST_DAY - 5_000, until: today };
  const workingTime = await findWorkingTime(store.db);
  return readFigures({ filter, clock, funnel: "entry", workingTime }, store);
}

describe.skipIf(!hasTestFiles)(`the page of figures on published data${NEEDS_TEST_FILES}`, { timeout: 240_000 }, () => {
  it("X Education: the published rates of the sources, and a score that orders who enrols", async () => {
    await load("xeducation/leads", { path: testFile("xeducation/Leads.csv") });
    const report = await publish(definitionSchema.parse(mappingOf("xeducation/model")));
    expect(report.kind).toBe("as_it_is");
    expect(report.truth.base).toMatchObject({ made: 3561, of: 9240, rate: expect.closeTo(0.3854, 4) });
    expect(judgeOrder(report.truth.order, LIMIT)).toBe("holds");
    const { leads, sources } = await readPage();
    expect(leads).toBe(9240);
    expect(sources.base).toMatchObject({ made: 3561, of: 9240 });
    const rate = (name: string) => {
      const { of = 0, rate: share = 0 } = sources.sources.find(({ source }) => source === name) ?? {};
      return [of, ((share ?? 0) * 100).toFixed(1)];
    };
    expect(rate("Welingak Website")).toEqual([142, "98.6"]);
    expect(rate("Reference")).toEqual([534, "91.8"]);
    expect(rate("Google")).toEqual([2868, "40.0"]);
    expect(rate("Organic Search")).toEqual([1154, "37.8"]);
    expect(rate("Direct Traffic")).toEqual([2543, "32.2"]);
    expect(rate("Olark Chat")).toEqual([1755, "25.5"]);
    expect(rate("Referral Sites")).toEqual([125, "24.8"]);
  });

  it("Udacity: 1,302 students, of whom those stay that the file says", async () => {
    const folder = "udacity_engagement";
    await load("udacity/leads", { path: testFile(`${folder}/enrollments.csv`) });
    await load("udacity/outcomes", { path: testFile(`${folder}/enrollments.csv`) });
    const report = await publish(definitionSchema.parse(mappingOf("udacity/model")));
    const rows = readFileSync(testFile(`${folder}/enrollments.csv`), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1);
    expect(rows).toHaveLength(1640);
    expect(rows.filter((row) => row.includes(",canceled,"))).toHaveLength(988);
    const staying = new Set(rows.filter((row) => row.includes(",current,")).map((row) => row.split(",")[0]));
    const { leads, sources } = await readPage();
    expect(leads).toBe(1302);
    expect(sources.base).toMatchObject({ made: staying.size, of: 1302 });
    expect(report.truth.base.made).toBe(staying.size);
  });

  it("A/B visits: the page says that the score predicts nothing", async () => {
    const { countries, visits } = readVisits(IS_LONG ? Infinity : 20_000);
    await load("ab-visits/leads", { text: countries });
    await load("ab-visits/events", { text: visits });
    await load("ab-visits/outcomes", { text: visits });
    const report = await publish(visitModel());
    expect(judgeOrder(report.truth.order, LIMIT)).toBe("chance");
    expect(report.truth.order?.auc).toBeGreaterThan(0.47);
    expect(report.truth.order?.auc).toBeLessThan(0.53);
    const { advice } = advise({ report, figures: await readPage(), limit: LIMIT });
    expect(advice[0]).toMatchObject({ kind: "order_low", verdict: "chance" });
  });
});

/** The first visits of the file, and the countries of those who made them. */
function readVisits(most: number) {
  const lines = (name: string) =>
    gunzipSync(readFileSync(testFile(`ab_visits/${name}`)))
      .toString()
      .trim()
      .split(/\r?\n/);
  const [head = "", ...rows] = lines("ab_data.csv.gz");
  const taken = rows.slice(0, most);
  const users = new Set(taken.map((row) => row.split(",")[0]));
  const [countryHead = "", ...countryRows] = lines("countries.csv.gz");
  return {
    visits: [head, ...taken].join("\n"),
    countries: [countryHead, ...countryRows.filter((row) => users.has(row.split(",")[0]))].join("\n"),
  };
}

/** Points for what might tell visitors apart, and does not: their country and the page they saw. */
function visitModel(): Definition {
  const { axes } = testDefinition();
  const condition = { field: "country", op: "equals", value: "US" };
  const seen = { types: ["landing_page_viewed"], where: null };
  const page = { type: "event", key: "visit", label: "Visit", points: 20, halfLifeDays: null, scope: "every" };
  return testDefinition({
    axes: {
      fit: {
        ...axes.fit,
        groups: [
          {
            key: "who",
            label: "Who",
            criteria: [{ type: "attribute", key: "us", label: "From the US", points: 30, condition }],
          },
        ],
      },
      engagement: {
        ...axes.engagement,
        groups: [{ key: "what", label: "What", criteria: [{ ...page, events: seen }] }],
      },
    },
  });
}
