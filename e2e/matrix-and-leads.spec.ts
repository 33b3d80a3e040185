import type { Locator, Page } from "@playwright/test";
import type { LeadsAnswer } from "../lib/leads/list.ts";
import { expect, test } from "./fixtures/test.ts";

test.describe("the matrix", () => {
  test.use({ role: "marketer" });

  test("is worked with the arrows, opens a cell's leads and leads to all of them", async ({ page }) => {
    await page.goto("/matrix?cell=B2");
    const cell = (name: string) => page.getByRole("button", { name: new RegExp(`^${name} `) });
    await expect(page.getByRole("heading", { level: 2, name: "B2" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("heading", { level: 2, name: "C2" })).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("heading", { level: 2, name: "B2" })).toBeVisible();
    await cell("B2").focus();
    await page.keyboard.press("ArrowUp");
    await expect(cell("A2")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("heading", { level: 2, name: "A1" })).toBeVisible();
    await expect(page).toHaveURL(/cell=A1/);

    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("listitem").first()).toBeVisible();
    const scores = await panel
      .getByRole("listitem")
      .evaluateAll((items) => items.map((item) => Number(item.children[2]?.textContent)));
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));

    const leads = Number((await cell("A1").innerText()).match(/^\d+/m)?.[0]);
    await panel.getByRole("link", { name: "See all" }).click();
    await expect(page.getByText(`${leads} leads from`)).toBeVisible();
  });

  test("says as a table what it says as a map, and the filter is a sentence in the address", async ({
    page,
    expectAccessible,
  }) => {
    await page.goto("/matrix");
    const total = page.getByText(/leads? from/).first();
    const all = await countOf(total);
    await page.keyboard.press("t");
    await expect(page.getByRole("table")).toBeVisible();
    await expectAccessible();
    await expect(page.getByRole("row")).toHaveCount(18);
    await expect(page.getByRole("row").last().getByRole("cell").nth(2)).toHaveText(all.toLocaleString("en-GB"));

    await page.getByRole("combobox", { name: /^Market/ }).click();
    await page.getByRole("option", { name: /^Belgium/ }).click();
    await expect(page).toHaveURL(/country=BE/);
    await expect.poll(() => countOf(total)).toBeLessThan(all);
  });
});

test.describe("what a rep may see", () => {
  test.use({ role: "rep" });

  test("the matrix counts everybody; names are the rep's own and nobody's, and others do not exist", async ({
    page,
    browser,
    sessions,
    baseURL,
  }) => {
    if (!baseURL) throw new Error("The tests need an address.");
    const manager = await browser.newContext({ baseURL, storageState: await sessions("manager", baseURL) });
    const everybody = await readLeads(manager.request, "/api/leads?stage=open&limit=200");
    const own = await readLeads(page.request, "/api/leads?stage=open&limit=200");
    expect(own.total).toBeLessThan(everybody.total ?? 0);
    const owners = new Set(own.rows.flatMap(({ owner }) => owner?.name ?? []));
    expect(owners.size).toBe(1);

    const hidden = everybody.rows.find(({ owner }) => owner !== null && !owners.has(owner.name));
    expect((await page.request.get(`/leads/${hidden?.leadId}`)).status()).toBe(404);
    expect((await page.request.get("/leads/999999999")).status()).toBe(404);
    expect((await page.request.get("/leads/naught")).status()).toBe(404);
    expect((await manager.request.get(`/leads/${hidden?.leadId}`)).status()).toBe(200);
    await manager.close();

    await page.goto("/matrix?cell=A1");
    await expect(page.getByText(/^You see \d+ of \d+/)).toBeVisible();
  });

  test("on a phone a lead's outcomes are in reach and its amounts stand in one column", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const { rows } = await readLeads(page.request, "/api/leads?stage=open&limit=1");
    await page.goto(`/leads/${rows[0]?.leadId}`);
    await expect(page.getByRole("button", { name: "Snooze" })).toBeInViewport();
    const amounts = page.getByRole("table", { name: /Every line/ }).locator("tr > td:last-child");
    const ends = await amounts.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    expect(new Set(ends).size).toBe(1);
  });

  test("an outcome is recorded on the lead's own page by a key, and undone", async ({ page }) => {
    const { rows } = await readLeads(page.request, "/api/leads?stage=lead&owner=none&limit=50");
    await page.goto(`/leads/${rows.at(-1)?.leadId}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const done = page.getByText("Recorded: called.");
    await page.keyboard.press("c");
    await expect(done).toBeVisible();
    await page.keyboard.press("u");
    await expect(page.getByText("Taken back.")).toBeVisible();
  });
});

test.describe("the leads of a cell", () => {
  test.use({ role: "marketer" });

  test("are left for one of them and found again as they were", async ({ page }) => {
    await page.goto("/matrix?cell=B2");
    const rows = page.getByRole("complementary").getByRole("listitem");
    await expect(rows.first()).toBeVisible();
    for (const _ of [1, 2, 3]) await page.keyboard.press("j");
    const name = await rows.nth(2).getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(/^From the matrix, 3 of/)).toBeVisible();
    await page.keyboard.press("j");
    await expect(page.getByText(/^From the matrix, 4 of/)).toBeVisible();
    await page.keyboard.press("Escape");
    const current = rows.and(page.locator("[aria-current]"));
    await expect(page.getByRole("heading", { level: 2, name: "B2" })).toBeVisible();
    await expect(current).toHaveCount(1);
    await expect(rows.nth(3)).toHaveAttribute("aria-current", "true");

    await rows.nth(7).getByRole("link").click();
    await expect(page.getByText(/^From the matrix, 8 of/)).toBeVisible();
    await page.goBack();
    await expect(rows.nth(7)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("heading", { level: 2, name: "B1" })).toBeVisible();
    await expect(page).toHaveURL(/\/matrix\?cell=B1$/);
    await expect(current).toHaveCount(0);
  });
});

test.describe("the list of leads", () => {
  test.use({ role: "marketer" });

  test("is searched, sorted, walked with j and k and opened with Enter", async ({ page }) => {
    await page.goto("/leads");
    const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("koel");
    await expect(page).toHaveURL(/q=koel/);
    await expect(rows.first()).toContainText(/koel/i);
    await page.getByRole("button", { name: "Name" }).click();
    await expect(page).toHaveURL(/sort=name/);
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const name = await rows.nth(1).getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(/^Leads, 2 of/)).toBeVisible();
    await page.keyboard.press("Escape");
    const current = rows.and(page.locator("[aria-current]"));
    await expect(current).toContainText(name);
    await page.keyboard.press("ArrowUp");
    await expect(current).toHaveAttribute("aria-rowindex", "2");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Leads, 1 of/)).toBeVisible();
  });

  test("finds the selected lead again after a reload, and forgets one that it does not hold", async ({ page }) => {
    const first = await readLeads(page.request, "/api/leads?sort=name&limit=130");
    const far = first.rows.at(-1);
    await page.goto(`/leads?sort=name&lead=${far?.leadId}`);
    const current = page.getByRole("row").and(page.locator("[aria-current]"));
    await expect(current).toContainText(far?.name ?? "");
    await expect(current).toHaveAttribute("aria-rowindex", "131");
    await expect(current).toBeInViewport();
    await page.goto("/leads?cell=A1&lead=999999");
    await expect(page).toHaveURL(/\/leads\?cell=A1$/);
  });

  test("goes on to the last lead, page by page", async ({ page }) => {
    const { total } = await readLeads(page.request, "/api/leads?cell=B3");
    await page.goto("/leads?cell=B3&sort=name");
    const table = page.getByRole("table");
    await expect(async () => {
      await table.evaluate((element) => {
        const scroller = element.parentElement?.parentElement;
        scroller?.scrollTo({ top: scroller.scrollHeight });
      });
      const last = await page.getByRole("row").last().getAttribute("aria-rowindex");
      expect(Number(last)).toBe((total ?? 0) + 1);
    }).toPass({ timeout: 30_000 });
  });

  test("exports what it shows, and nobody who may not", async ({ page, browser, sessions, baseURL }) => {
    await page.goto("/leads?score=none");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("leads.csv");
    const { total } = await readLeads(page.request, "/api/leads?score=none");
    const text = await (await page.request.get("/api/leads/export?score=none")).text();
    expect(text.trim().split("\n")).toHaveLength((total ?? 0) + 1);
    const rep = await browser.newContext({ baseURL, storageState: await sessions("rep", baseURL ?? "") });
    expect((await rep.request.get("/api/leads/export")).status()).toBe(403);
    await rep.close();
  });
});

test.describe("the page of a lead", () => {
  test.use({ role: "manager" });

  test("shows lines that add up to the score, on any day", async ({ page, expectAccessible }) => {
    const { rows } = await readLeads(page.request, "/api/leads?limit=5");
    await page.goto(`/leads/${rows[1]?.leadId}`);
    await expect(page.getByRole("heading", { name: /^Where [\d.]+ comes from/ })).toBeVisible();
    await expectLedgerAddsUp(page);
    await page.getByRole("button", { name: "The day before" }).click();
    await expect(page).toHaveURL(/day=2026-03-11/);
    await expect(page.getByText(/as of 11 March/)).toBeVisible();
    await expectLedgerAddsUp(page);

    const lines = page.getByRole("button", { expanded: false }).filter({ hasNotText: /Show|Correct/ });
    await page
      .getByRole("table", { name: /Every line/ })
      .getByRole("button")
      .first()
      .click();
    await expect(page.getByRole("button", { expanded: true })).toHaveCount(1);
    expect(await lines.count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: /that gives? nothing/ }).click();
    await expectAccessible();

    await page.getByRole("link", { name: "Stages" }).click();
    await expect(page).toHaveURL(/show=stages/);
    await expect(page).toHaveURL(/day=2026-03-11/);
  });

  test("takes a correction by hand as a line of the score, and takes it back", async ({ page, expectAccessible }) => {
    const { rows } = await readLeads(page.request, "/api/leads?cell=C3&limit=1");
    await page.goto(`/leads/${rows[0]?.leadId}`);
    const heading = page.getByRole("heading", { name: /^Where [\d.]+ comes from/ });
    const before = await heading.innerText();
    await page.getByRole("button", { name: "Correct by hand" }).click();
    await page.getByRole("button", { name: "Correct the score" }).click();
    await expect(page.getByText("Fill this in.")).toBeVisible();
    await expectAccessible();
    await page.getByLabel("Points").fill("5");
    await page.getByLabel("Reason").fill("Met at the fair");
    await page.getByRole("button", { name: "Correct the score" }).click();
    await expect(page.getByRole("row", { name: /By hand.*Met at the fair.*5\.00/ })).toBeVisible();
    await expectLedgerAddsUp(page);
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("taken back", { exact: false })).toBeVisible();
    await expect(heading).toHaveText(before, { useInnerText: true });
  });

  for (const locale of ["nl-NL", "en-GB"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test.describe(`in ${locale}, ${colorScheme}`, () => {
        test.use({ locale, colorScheme });

        test("reads well with and without a score, also on a phone", async ({ page, expectAccessible }) => {
          const scored = await readLeads(page.request, "/api/leads?limit=1");
          const unscored = await readLeads(page.request, "/api/leads?score=none&limit=1");
          for (const lead of [...scored.rows, ...unscored.rows]) {
            await page.setViewportSize({ width: 1440, height: 900 });
            await page.goto(`/leads/${lead.leadId}`);
            await expect(page.getByRole("heading", { level: 1, name: lead.name ?? "" })).toBeVisible();
            await expectAccessible();
            await page.setViewportSize({ width: 360, height: 740 });
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            expect(overflow, "pixels that stick out sideways").toBeLessThanOrEqual(0);
            await expectAccessible();
          }
        });
      });
    }
  }
});

async function readLeads(request: Page["request"], address: string): Promise<LeadsAnswer> {
  return (await request.get(address)).json();
}

async function countOf(sentence: Locator): Promise<number> {
  return Number((await sentence.innerText()).replaceAll(",", "").match(/\d+/)?.[0]);
}

/** On each axis the lines give the subtotal, and the two parts give the score. */
async function expectLedgerAddsUp(page: Page): Promise<void> {
  const bodies = page.getByRole("table", { name: /Every line/ }).locator("tbody");
  const amounts = await bodies.evaluateAll((parts) =>
    parts.map((part) => {
      const cells = [...part.querySelectorAll("tr > td:last-child")];
      return cells.map((cell) => Math.round(Number(cell.textContent?.replace("−", "-")) * 100));
    }),
  );
  for (const axis of amounts.slice(0, -1)) {
    expect(axis.length).toBeGreaterThan(0);
    expect(axis.slice(0, -1).reduce((sum, line) => sum + line, 0)).toBe(axis.at(-1));
  }
  const mix = await bodies.last().locator("td").nth(1).innerText();
  const parts =
    mix
      .split("=")
      .at(-1)
      ?.split("+")
      .map((part) => Math.round(Number(part) * 100)) ?? [];
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amounts.at(-1)?.[0]);
}
