import { expect, test } from "./fixtures/test.ts";

test.use({ role: "manager" });

test("marketing and sales decide what to do, and see it done", async ({ page, expectAccessible }) => {
  await page.goto("/performance");
  await page.getByRole("link", { name: "Review of marketing and sales" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
  await page.getByRole("link", { name: "a quarter" }).click();
  await expect(page).toHaveURL(/days=91/);

  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /^Decide something about/ }) })
    .first();
  await row.getByRole("link", { name: /^Decide something about/ }).click();
  await expect(page.getByText(/^About /).first()).toBeVisible();
  await page.getByLabel("What is to be done").fill("Ask for the budget at the first call");
  await page.getByLabel("Due").fill("2030-01-31");
  await page.getByRole("button", { name: "Write down" }).first().click();

  const decided = page.getByRole("listitem").filter({ hasText: "Ask for the budget at the first call" });
  await expect(decided).toContainText("31 January 2030");
  await expect(decided.getByRole("link")).toBeVisible();
  await decided.getByRole("button", { name: /^Done/ }).click();
  await expect(decided.getByRole("button", { name: /^Open again/ })).toBeVisible();
  await expectAccessible();

  await page.getByLabel("What it came to").fill("Version 3 takes the points off the webinar");
  await page.getByRole("button", { name: "Write down" }).last().click();
  await expect(page.getByText(/was held/)).toBeVisible();
});

test.describe("what the figures say", () => {
  test.use({ role: "marketer" });

  test("leads from advice to the criterion that it is about", async ({ page }) => {
    await page.goto("/performance");
    const advice = page.getByRole("region", { name: /What to change/ });
    await expect(async () => {
      await page.reload();
      await expect(advice.getByRole("link", { name: /Open the criterion/ }).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 90_000 });
    await expect(page.getByRole("heading", { name: "Does the score tell who buys?" })).toBeVisible();
    await advice
      .getByRole("link", { name: /Open the criterion/ })
      .first()
      .click();
    await expect(page).toHaveURL(/criterion=webinar/);
  });
});
