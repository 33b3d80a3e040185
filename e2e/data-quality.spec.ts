import { readFile } from "node:fs/promises";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.use({ role: "manager", locale: "en-GB" });

test("a manager sees a figure under its target, opens the list and makes one of two records of a person", async ({
  page,
  installation,
  expectAccessible,
}) => {
  await page.goto("/performance");
  // By the clock of the installation, which is not that of the tests.
  const { readAt } = await (await page.request.get("/api/alerts")).json();
  const name = await installation.addSecondRecord(new Date(readAt));
  await page.getByRole("link", { name: "Data quality" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Data quality" })).toBeVisible();
  const figures = page.getByLabel("Figures of data quality");
  await expect(figures.getByText(/Not on target/).first()).toBeVisible();
  await expectAccessible();

  await figures.getByRole("link", { name: /^Duplicates: .*, see the leads to mend$/ }).click();
  const list = page.getByRole("region", { name: "To mend" });
  await expect(list.getByRole("link", { name: /^Duplicates/ })).toHaveAttribute("aria-current", "page");
  const merges = list.getByRole("link", { name: /^Merge / });
  const count = await merges.count();
  await list.getByRole("link", { name: `Merge ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Merge / })).toBeVisible();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page).toHaveURL(/\/leads\/\d+$/);

  await page.goto("/data/quality?mend=duplicate");
  await expect(merges).toHaveCount(count - 1);
  await expect(list.getByText("One is in order since the measurement.")).toBeVisible();
  await expectFitsPhone(page);
  await expectAccessible();
});

test("a figure of the quality can be taken along", async ({ page }) => {
  await page.goto("/data/quality");
  await page.getByRole("button", { name: /^Take along: .* is missing most/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Numbers (CSV)" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.replace("\ufeff", "").split(/\r?\n/)[0]).toBe("Field,Leads,Missing");
});

test.describe("who sets what is asked", () => {
  test("chooses the required fields by the keyboard, and sees them measured", async ({ page, expectAccessible }) => {
    await page.goto("/data/quality");
    await page.getByText("Which fields are required, and what tells of a bounce").click();
    await page.getByRole("radio", { name: "These:" }).check();
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: "Phone" }).focus();
    await page.keyboard.press("Space");
    await expectAccessible();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. The figures follow in a moment.")).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: /^“Phone” is missing most/ })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    // As it was, for whoever comes next.
    await page.getByText("Which fields are required, and what tells of a bounce").click();
    await page.getByRole("radio", { name: "Those that the models in force score on" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. The figures follow in a moment.")).toBeVisible();
  });
});
