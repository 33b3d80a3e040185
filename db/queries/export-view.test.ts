import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leads, outcomes, stageChanges, touches } from "#db/schema/index.ts";
import { createTestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { BI_VIEW_NAMES, BI_VIEWS, type BiView } from "#lib/bi/views.ts";
import { exportView } from "./export-view.ts";

const database = await createTestDatabase();
const { db } = database;
const AT = new Date("2026-03-10T08:00:00.120Z");
let leadId = 0;

beforeAll(async () => {
  const generation = await foundOrganisation(db);
  leadId = await addLead(db, {
    ...{ country: "NL", source: "web", firstName: "Sanne", email: "sanne@kuipers.example" },
    score: { ...generation, fit: 6125, engagement: 700, cell: "B4" },
  });
  await addLead(db, {});
  await db.insert(stageChanges).values({ leadId, at: AT, toStage: "lead", cause: "import", fit: 5, cell: "D4" });
  await db.insert(touches).values({ leadId, at: AT, kind: "call", disposition: "called", note: "Call Sanne at home" });
  const deals = Array.from({ length: 5_003 }, (_, n) => ({
    ...{ leadId, id: `=deal ${n}`, result: "lost" as const, at: AT, isTimed: true, receivedAt: AT },
  }));
  for (let from = 0; from < deals.length; from += 1_000)
    await db.insert(outcomes).values(deals.slice(from, from + 1_000));
});
afterAll(() => database.drop());

async function read(view: BiView) {
  const [names = [], ...rows] = await Array.fromAsync(exportView({ view }, db));
  return rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place]])));
}

describe("the views for reports", () => {
  test.each(BI_VIEW_NAMES)("%s has the columns that are named and described, in that order", async (view) => {
    const columns = await db.execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns
      where table_schema = 'bi' and table_name = ${view} order by ordinal_position`);
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(Object.keys(BI_VIEWS[view].columns));
    const [, said = ""] = readFileSync("docs/bi.md", "utf8").split(`## \`bi.${view}\``);
    const [section = ""] = said.split("\n## ");
    for (const name of names) expect(section).toContain(`\`${name}\``);
  });

  test("tell the score in force in points, of leads that have one", async () => {
    expect(await read("scores")).toMatchObject([
      {
        ...{ lead_id: String(leadId), fit: "61.25", engagement: "7.00", cell: "B4", country: "NL" },
        qualifies: "false",
      },
    ]);
  });

  test("tell what happened with the score as it stood, and instants in UTC", async () => {
    expect(await read("stages")).toMatchObject([{ at: "2026-03-10T08:00:00.120Z", fit: "0.05", from_stage: null }]);
    expect(await read("touches")).toMatchObject([{ kind: "call", disposition: "called" }]);
    expect(await read("changes")).toEqual([]);
  });

  test("name nobody and repeat nobody's words", async () => {
    for (const view of BI_VIEW_NAMES) expect(JSON.stringify(await read(view))).not.toMatch(/sanne/i);
    const [lead] = await db.select().from(leads).limit(1);
    expect(lead?.firstName).toBe("Sanne");
  });

  test("come to their end, however many rows there are, each once", async () => {
    const rows = await read("outcomes");
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5_003);
    expect(rows).toHaveLength(5_003);
  });

  test("can be read, and nothing else, by who was given no more", async () => {
    const name = `reports_${leadId}_${Math.trunc(performance.now())}`;
    await db.execute(
      sql.raw(
        `create role ${name}; grant usage on schema bi to ${name}; grant select on all tables in schema bi to ${name}`,
      ),
    );
    const as = (statement: string) =>
      db.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local role ${name}`));
        return tx.execute(sql.raw(statement));
      });
    expect(await as("select lead_id from bi.scores")).toHaveLength(1);
    await expect(as("select email from leads")).rejects.toThrow();
    await expect(as("delete from bi.outcomes")).rejects.toThrow();
    await db.execute(sql.raw(`drop owned by ${name}; drop role ${name}`));
  });
});
