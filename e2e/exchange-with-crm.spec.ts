import type { Page } from "@playwright/test";
import { type HubspotServer, openHubspotServer, TEST_TOKEN } from "../lib/crm/test/hubspot-server.ts";
import { serverTime } from "./fixtures/server-time.ts";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

/** Its searches and batches keep to HubSpot's pace. */
const EXCHANGED = { timeout: 30_000 };
const CONTACT = "90125";

test.use({ role: "admin", locale: "en-GB" });

let hubspot: HubspotServer;
test.beforeAll(async () => {
  hubspot = await openHubspotServer({ now: Date.now, port: Number(process.env.VOORRANG_E2E_CRM_PORT) });
});
test.afterAll(() => hubspot.close());

test("an admin connects a CRM, says what goes to and fro, sees what both sides changed, and disconnects", async ({
  page,
  installation,
  expectAccessible,
}) => {
  test.slow();
  const { leadId, name } = await installation.findFreeLead();
  hubspot.properties.push({
    ...{ name: "town", label: "Town", type: "string", fieldType: "text" },
    groupName: "contactinformation",
  });
  hubspot.addContact(CONTACT, { email: await installation.emailOf(leadId), town: "Zwolle" });

  await page.goto("/settings/crm");
  await page.getByLabel("Token").fill("pat-mistyped");
  await page.getByLabel("Write scores back to HubSpot").check();
  await page.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByText("The CRM does not know this token")).toBeVisible();
  await page.getByLabel("Token").fill(TEST_TOKEN);
  await page.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByText("HubSpot, account 1234567")).toBeVisible();

  // The first exchange begins by itself; what the usual mapping knows is pulled, and the score goes back.
  const runs = section(page, "Last exchanges").getByRole("listitem");
  await expect(runs.first()).toContainText("1 contact read", EXCHANGED);
  await expect(runs.first()).toContainText("1 contact updated in the CRM", EXCHANGED);
  expect(hubspot.contacts.get(CONTACT)?.properties).toMatchObject({
    voorrang_score: expect.stringMatching(/^\d+\.\d\d$/),
    voorrang_cell: expect.stringMatching(/^[A-D][1-4]$/),
  });

  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel("Field in the CRM").last().selectOption({ label: "Town (town)" });
  await page.getByLabel("Field here").last().selectOption({ label: "City" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It is exchanged right away.")).toBeVisible();
  await expect(runs.first()).toContainText("1 lead updated", EXCHANGED);
  await expectAccessible();

  await installation.moveTo(leadId, "Ommen", await serverTime(page));
  hubspot.change(CONTACT, { town: "Raalte" });
  await page.getByRole("button", { name: "Exchange now" }).click();
  await expect(runs.first()).toContainText("1 conflict", EXCHANGED);
  const conflict = section(page, "Conflicts").getByRole("listitem").first();
  await expect(conflict).toContainText(name);
  await expect(conflict).toContainText(/City.*Voorrang.*Ommen.*The CRM.*Raalte.*counted.*Before.*Zwolle/is);
  await expectAccessible();
  await expectFitsPhone(page);
  await page.goto(`/leads/${leadId}`);
  await expect(page.getByRole("main")).toContainText("Raalte");

  await page.goto("/settings/crm");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("button", { name: "Yes, disconnect" }).click();
  await expect(page.getByText("Connected to 1234567 (app-eu1.hubspot.com) before.")).toBeVisible();
  const calls = hubspot.calls.length;
  await page.reload();
  expect(hubspot.calls.length).toBe(calls);
  expect(hubspot.broken, "against the published contract").toEqual([]);
});

function section(page: Page, title: string) {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}
