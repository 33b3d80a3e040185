import { readLeads } from "./fixtures/read-leads.ts";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.use({ role: "manager", locale: "en-GB" });

test("a deal that was lost is entered with its reason, and stands in the review", async ({
  page,
  expectAccessible,
}) => {
  const { rows } = await readLeads(page.request, "/api/leads?stage=opportunity&sort=name&limit=5");
  await page.goto(`/leads/${rows[0]?.leadId}`);
  await page.getByRole("button", { name: "Enter a deal" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Lost" }).check();
  await dialog.getByRole("button", { name: "Enter the deal" }).click();
  await expect(dialog.getByLabel("Why it was lost")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Why it was lost").selectOption({ label: "Chose a competitor" });
  await expectAccessible();
  await expectFitsPhone(page);
  await dialog.getByRole("button", { name: "Enter the deal" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/performance/review");
  await expect(page.getByRole("row").filter({ hasText: "Chose a competitor" }).first()).toBeVisible();
});
