import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.use({ role: "marketer", locale: "en-GB" });

test("a marketer brings in what an advertising program spent, sees a bad row, and finds it beside the leads", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/data/costs");
  const month = await page.getByLabel("Month").inputValue();
  await page.getByRole("link", { name: "Bring it in as a file" }).click();
  await page.getByRole("radio", { name: /^Costs/ }).check();
  const lines = [
    "Day,Channel,Campaign,Amount spent",
    `${month}-01,Webinar,Spring,400.25`,
    `${month}-01,Webinar,Summer,99.75`,
    `${month}-01,Fair,Stand,a lot`,
  ];
  const buffer = Buffer.from(`${lines.join("\n")}\n`);
  await page.getByLabel("File to import").setInputFiles({ name: "spent.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("heading", { name: "3 columns of 4 have a place" })).toBeVisible();
  await expectAccessible();
  await expectFitsPhone(page);
  await page.getByRole("button", { name: "Try without writing" }).click();
  await expect(page.getByRole("heading", { name: "2 amounts would come in, 1 row rejected" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "2 amounts in, 1 row rejected" })).toBeVisible();
  await page.goto("/data/costs");
  await expect(page.getByRole("row", { name: /Webinar/ }).filter({ hasText: "€500.00" })).toBeVisible();
});
