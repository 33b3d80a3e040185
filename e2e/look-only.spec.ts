import { REPS } from "../db/seed/team.ts";
import { expectSaved, fill, LANGUAGES, PASS, test } from "./fixtures/model.ts";
import { expect, expectFitsPhone } from "./fixtures/test.ts";

const language = LANGUAGES[1];
const { words } = language;
const [own, other] = REPS;

test.use({ role: "rep" });

test("a rep sees where a draft puts all leads, and the names of own and unassigned ones only", async ({
  page,
  installation,
  openAs,
  expectAccessible,
}) => {
  const marketer = await openAs("marketer");
  await marketer.goto("/model");
  await marketer.getByRole("button", { name: words.startDraft }).click();
  const threshold = marketer
    .getByRole("region", { name: /leads, live/ })
    .getByRole("slider", { name: fill(words.opens, { axis: words.axes.engagement, band: "1" }) });
  await threshold.focus();
  await marketer.keyboard.press("Shift+ArrowRight");
  await expectSaved(marketer, language);
  const moved = await marketer.getByRole("heading", { name: /leads move/ }).innerText();

  await page.goto("/model");
  const matrix = page.getByRole("region", { name: /leads, live/ });
  await expect(matrix).toBeVisible(PASS);
  // The counts are of all leads.
  await expect(page.getByRole("heading", { name: moved })).toBeVisible(PASS);
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByText(/opens at 60\s*65/)).toBeVisible();
  const movers = page.getByRole("list", { name: words.preview.moversLabel });
  await expect(movers.getByRole("listitem").first()).toBeVisible();
  const owners = await movers
    .getByRole("listitem")
    .locator("[title]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("title")));
  expect(new Set(owners)).toEqual(new Set([own?.name]));
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible();
  await expectFitsPhone(page);

  // Nor does anybody else's lead tell its name to who asks for it by number.
  const [foreign] = await installation.findQuietLeads(other?.email ?? "");
  const [known] = await installation.findQuietLeads(own?.email ?? "");
  if (!foreign || !known) throw new Error("No lead of the demo is quiet.");
  const named = await page.request.post("/api/leads/named", {
    headers: { "sec-fetch-site": "same-origin" },
    data: { leadIds: [foreign.leadId, known.leadId] },
  });
  expect((await named.json()).map(({ leadId }: { leadId: number }) => leadId)).toEqual([known.leadId]);
  expect((await page.request.get(`/api/leads/${foreign.leadId}/facts`)).status()).toBe(404);
  expect((await page.request.get(`/api/leads/${known.leadId}/facts`)).status()).toBe(200);
  // The browser reports the status on its console.
  page.removeAllListeners("console");
  await page.goto(`/model?lead=${foreign.leadId}`);
  const trial = page.getByRole("region", { name: words.try.title });
  await expect(trial).toContainText(fill(words.try.unknown, { leadId: foreign.leadId }));
  // Others may have the same name.
  await expect(trial).not.toContainText(foreign.name);
  await expect(page.locator(`a[href*="/leads/${foreign.leadId}"]`)).toHaveCount(0);
  await page.goto(`/model?lead=${known.leadId}`);
  await expect(trial.getByRole("table", { name: words.try.caption })).toBeVisible();

  const manager = await openAs("manager");
  await manager.goto(`/model?lead=${foreign.leadId}`);
  await expect(manager.getByRole("region", { name: words.try.title })).toContainText(foreign.name);

  await marketer.getByRole("button", { name: words.discard.open }).click();
  await marketer.getByRole("button", { name: words.discard.confirm }).click();
  await expect(marketer.getByRole("button", { name: words.startDraft })).toBeVisible();
  await page.goto("/model");
  await expect(matrix).toBeVisible(PASS);
  await expect(page.getByRole("heading", { name: /leads move/ })).toHaveCount(0);
  await expect(matrix.getByRole("group")).toHaveCount(0);
});
