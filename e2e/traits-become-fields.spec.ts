import type { Page } from "@playwright/test";
import { memberOf } from "../db/seed/team.ts";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.use({ role: "marketer", locale: "en-GB" });

test("what a tracker says of a person beside the fields becomes a field, with what was said before", async ({
  page,
  openAs,
  installation,
  expectAccessible,
}) => {
  const [lead] = await installation.findQuietLeads(memberOf("rep").email);
  if (!lead) throw new Error("The demo has no quiet lead.");
  const traits = { email: await installation.emailOf(lead.leadId), planTier: "gold" };
  const secret = await makeServerKey(await openAs("admin"));
  const sent = await page.request.post("/v1/identify", {
    headers: { authorization: `Bearer ${secret}` },
    data: { userId: "u-traits", traits },
  });
  expect(await sent.json()).toEqual({ success: true, refused: [] });

  await page.goto("/settings/naming");
  const row = page.getByRole("listitem").filter({ hasText: "planTier" });
  await expect(row).toContainText("1 lead, last gold on");
  await expectAccessible();
  await row.getByRole("button", { name: "Make a field of planTier" }).click();
  await expect(row.getByRole("status")).toHaveText("The field is there. What was said before is being filled in.");
  await expect
    .poll(async () => (await page.request.get(`/api/leads/${lead.leadId}/facts`)).text(), { timeout: 30_000 })
    .toContain('"plan_tier":"gold"');
  await page.reload();
  await expect(page.getByText("Every trait that trackers say of people and companies has a field.")).toBeVisible();
  await expectFitsPhone(page);
});

async function makeServerKey(admin: Page): Promise<string> {
  await admin.goto("/settings/keys");
  await admin.getByRole("button", { name: "New key" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Our server");
  await dialog.getByRole("radio", { name: "On a server" }).check();
  await dialog.getByRole("checkbox", { name: "Send events as a tracker" }).check();
  await dialog.getByRole("button", { name: "Make the key" }).click();
  return dialog.getByRole("textbox", { name: "Key Our server" }).inputValue();
}
