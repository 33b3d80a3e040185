import type { Page } from "@playwright/test";
import { PASS } from "./fixtures/model.ts";
import { readLeads } from "./fixtures/read-leads.ts";
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "admin" });

const HOME = "Europe/Amsterdam";
/** Eleven hours behind UTC: there it is still the day before. */
const FAR = "Pacific/Pago_Pago";

test("an admin moves the organisation to another time zone: its days and its scores go by it, and back", async ({
  page,
}) => {
  const { rows } = await readLeads(page.request, "/api/leads?limit=1");
  const lead = `/leads/${rows[0]?.leadId}`;
  await expectDay(page, lead, "2026-03-12");

  await changeZone(page, { from: HOME, to: FAR });
  await expectScoredAnew(page, "11 Mar");
  await expectDay(page, lead, "2026-03-11");

  await changeZone(page, { from: FAR, to: HOME });
  await expectScoredAnew(page, "12 Mar");
  await expectDay(page, lead, "2026-03-12");
});

async function changeZone(page: Page, { from, to }: { from: string; to: string }): Promise<void> {
  await page.goto("/settings");
  const zone = page.getByLabel("Time zone");
  await expect(zone).toHaveValue(from);
  await zone.selectOption(to);
  await page.getByRole("button", { name: "Save the time zone" }).click();
  await expect(page.getByText("Saved. The scores follow shortly.")).toBeVisible();
  await expect(zone).toHaveValue(to);
}

/** The new scores are in force; when they came is said by the new zone's clock. */
async function expectScoredAnew(page: Page, day: string): Promise<void> {
  await page.goto("/model/versions");
  await expect(page.getByRole("heading", { name: `After changing the time zone, ${day}` })).toBeVisible(PASS);
}

/** The day that the organisation has now, by the page of a lead. */
async function expectDay(page: Page, lead: string, day: string): Promise<void> {
  await page.goto(lead);
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue(day);
}
