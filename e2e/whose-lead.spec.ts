import { memberOf } from "../db/seed/team.ts";
import { expect, test, untilIdle } from "./fixtures/test.ts";

test.describe("a manager", () => {
  test.use({ role: "manager", locale: "en-GB" });

  test("says whose leads become, tries it on last week's and puts it into force", async ({
    page,
    expectAccessible,
  }) => {
    await page.goto("/settings/routing");
    const rules = page.getByRole("region", { name: "Rules, from the top down" });
    await expect(rules.getByRole("listitem")).toHaveCount(2);

    await rules.getByRole("button", { name: "Add a rule" }).click();
    await rules.getByRole("button", { name: "Save", exact: true }).click();
    await expect(rules.getByText("Give the rule a name.")).toBeVisible();
    await rules.getByLabel("Name of the rule").fill("The best of the Netherlands");
    await rules.getByLabel("Value").fill("NL");
    await rules.getByRole("checkbox", { name: /Ruben de Wit/ }).check();
    await expectAccessible();
    await rules.getByRole("button", { name: /ready.*The best of the Netherlands/ }).click();
    await expect(rules.getByText("Country is NL: to Ruben de Wit.")).toBeVisible();

    const dryRun = page.getByRole("region", { name: "Dry run on last week" });
    await dryRun.getByRole("button", { name: "Try" }).click();
    const given = dryRun.getByRole("row", { name: /Ruben de Wit/ }).getByRole("cell");
    await expect(given.first()).toBeVisible();
    // By a rule, of which this one is the only one with him.
    await expect(given.nth(1)).not.toHaveText("0");
    await expectAccessible();

    await rules.getByRole("button", { name: "Save", exact: true }).click();
    await expect(rules.getByText(/^Saved\./)).toBeVisible();
    await page.reload();
    await expect(rules.getByText("Country is NL: to Ruben de Wit.")).toBeVisible();
    await rules.getByRole("button", { name: /remove.*The best of the Netherlands/ }).click();
    await rules.getByRole("button", { name: "Save", exact: true }).click();
    await expect(rules.getByText(/^Saved\./)).toBeVisible();
  });
});

test.describe("a rep", () => {
  test.use({ role: "rep", locale: "nl-NL" });

  test("gives a lead to a colleague by key with a word, and takes it back", async ({
    page,
    installation,
    expectAccessible,
  }) => {
    const [lead] = await installation.findQuietLeads(memberOf("rep").email);
    if (!lead) throw new Error("The rep has no quiet leads.");
    await page.goto(`/leads/${lead.leadId}`);
    await untilIdle(page);
    await page.keyboard.press("o");
    const dialog = page.getByRole("dialog", { name: `${lead.name} doorgeven` });
    await expect(dialog.getByLabel("Aan wie")).toBeFocused();
    await dialog.getByLabel("Aan wie").selectOption({ label: "Yasmin Arslan" });
    await dialog.getByLabel("Een woord erbij").fill("Belt liever na vieren");
    await expectAccessible();
    await page.keyboard.press("Enter");
    await expect(page.getByText(`${lead.name} is nu van Yasmin Arslan.`)).toBeVisible();
    await page.waitForURL("/today");
    await page.getByRole("button", { name: "Ongedaan maken" }).last().click();
    await expect(page.getByText(`${lead.name} is weer van wie het was.`)).toBeVisible();
    await page.goto(`/leads/${lead.leadId}`);
    await expect(page.getByText("Belt liever na vieren")).toBeVisible();
  });
});
