import type { Locator } from "@playwright/test";
import { readLeads } from "./fixtures/read-leads.ts";
import { expect, test, untilIdle } from "./fixtures/test.ts";

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
    await expect(panel.getByRole("listitem").nth(3)).toBeVisible();
    const scores = await panel
      .getByRole("listitem")
      .evaluateAll((items) => items.map((item) => Number(item.children[2]?.textContent)));
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

test.describe("the leads of a cell", () => {
  test.use({ role: "marketer" });

  test("are left for one of them and found again as they were", async ({ page }) => {
    await page.goto("/matrix?cell=B2");
    const rows = page.getByRole("complementary").getByRole("listitem");
    await expect(rows.first()).toBeVisible();
    for (const _ of [1, 2, 3]) await page.keyboard.press("j");
    await expect(rows.nth(2)).toHaveAttribute("aria-current", "true");
    const name = await rows.nth(2).getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(/^From the matrix, 3 of/)).toBeVisible();
    await untilIdle(page);
    await page.keyboard.press("j");
    await expect(page.getByText(/^From the matrix, 4 of/)).toBeVisible();
    await untilIdle(page);
    await page.keyboard.press("Escape");
    const current = rows.and(page.locator("[aria-current]"));
    await expect(page.getByRole("heading", { level: 2, name: "B2" })).toBeVisible();
    await expect(current).toHaveCount(1);
    await expect(rows.nth(3)).toHaveAttribute("aria-current", "true");

    await rows.nth(7).getByRole("link").click();
    await expect(page.getByText(/^From the matrix, 8 of/)).toBeVisible();
    await page.goBack();
    await expect(rows.nth(7)).toHaveAttribute("aria-current", "true");
    await untilIdle(page);
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("heading", { level: 2, name: "B1" })).toBeVisible();
    await expect(page).toHaveURL(/\/matrix\?cell=B1$/);
    await expect(current).toHaveCount(0);
  });
});

test.describe("what a rep may see", () => {
  test.use({ role: "rep" });

  test("the matrix counts everybody; names are the rep's own and nobody's, and others do not exist", async ({
    page,
    openAs,
  }) => {
    const manager = await openAs("manager");
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

    await page.goto("/matrix?cell=A1");
    await expect(page.getByText(/^You see \d+ of \d+/)).toBeVisible();
  });

  test("on a phone a lead's outcomes are in reach and its amounts stand in one column", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const { rows } = await readLeads(page.request, "/api/leads?stage=open&limit=1");
    await page.goto(`/leads/${rows[0]?.leadId}`);
    await expect(page.getByRole("button", { name: "Snooze" })).toBeInViewport();
    const amounts = page.getByRole("table", { name: /Every line/ }).locator("tr > td:last-child");
    const ends = () => amounts.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    await expect.poll(async () => new Set(await ends()).size).toBe(1);
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

async function countOf(sentence: Locator): Promise<number> {
  return Number((await sentence.innerText()).replaceAll(",", "").match(/\d+/)?.[0]);
}
