import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareExchanges } from "#db/test/crm-fixtures.ts";
import { addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const KILLS = IS_LONG ? 8 : 2;
const CONTACTS = IS_LONG ? 3_000 : 900;
const DEALS = 150;
const { store, hubspot, connect, runs } = prepareExchanges();

/** Starts an exchange and kills it without a warning once so many of what it does are done; gives whether it came to its end. */
async function exchangeUntil(isFarEnough: () => Promise<boolean>): Promise<boolean> {
  const env = { ...process.env, DATABASE_URL: store().url, VOORRANG_TEST_CRM: hubspot().address };
  const child = spawn(process.execPath, ["db/test/exchange-process.ts"], { env, stdio: "ignore" });
  const gone = new Promise<number | null>((resolve) => child.on("exit", resolve));
  while (child.exitCode === null && !(await isFarEnough())) await sleep(5);
  child.kill("SIGKILL");
  return (await gone) === 0;
}

async function count(what: "leads" | "crm_links where pushed_cell is not null"): Promise<number> {
  const [row] = await store().db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(what)}`);
  return row?.n ?? 0;
}

it("an exchange whose process is killed goes on where it was, with nothing twice and nothing left out", async () => {
  await addTestVersion(store().db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store());
  const title = (n: number) => (n % 3 === 0 ? "Director" : "Clerk");
  for (let n = 1; n <= CONTACTS; n++)
    hubspot().addContact(String(n), { email: `p${n}@example.com`, jobtitle: title(n) });
  const deal = { hs_is_closed: "true", hs_is_closed_won: "true", closedate: "2026-03-09T10:00:00Z", amount: "10" };
  for (let n = 1; n <= DEALS; n++) hubspot().addDeal(String(n), deal, [String(n)]);
  await connect({ fields: [{ crm: "jobtitle", to: "job_title" }], push: ["cell"] });

  for (let kill = 1; kill <= KILLS; kill++) {
    const before = await count("leads");
    await exchangeUntil(async () => (await count("leads")) > before);
  }
  expect(await count("leads")).toBeLessThan(CONTACTS);
  await exchangeUntil(async () => (await count("crm_links where pushed_cell is not null")) > 0);
  expect(await count("crm_links where pushed_cell is not null")).toBeLessThan(CONTACTS);
  const asked = hubspot().calls.filter(({ path }) => path.endsWith("contacts/search")).length;
  expect(await exchangeUntil(async () => false)).toBe(true);

  const [stored] = await store().db.execute<Record<string, number>>(sql`
    select (select count(*)::int from leads) as leads, (select count(*)::int from lead_identities) as identities,
      (select count(*)::int from crm_links) as links, (select count(*)::int from outcomes) as outcomes,
      (select count(*)::int from stage_changes where cause = 'outcome') as won, (select count(*)::int from crm_conflicts) as conflicts,
      (select count(*)::int from due_leads) as due`);
  const all = { leads: CONTACTS, identities: 2 * CONTACTS, links: CONTACTS };
  expect(stored).toEqual({ ...all, outcomes: DEALS, won: DEALS, conflicts: 0, due: 0 });
  for (let n = 1; n <= CONTACTS; n++)
    expect(hubspot().contacts.get(String(n))?.properties.voorrang_cell).toBe(n % 3 === 0 ? "A4" : "D4");
  // One run from its first page to its end, which counted each contact once.
  expect(await runs()).toMatchObject([
    { failure: null, counts: { contacts: expect.any(Number), created: CONTACTS, outcomes: DEALS, pushed: CONTACTS } },
  ]);
  // Pages that were kept were not asked for again: only what changed in the last minutes is.
  expect(asked).toBeLessThan(3 * (CONTACTS / 100 + KILLS + 2));
  expect(hubspot().broken).toEqual([]);
});
