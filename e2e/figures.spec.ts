import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.describe("a manager", () => {
  test.use({ role: "manager", locale: "en-GB" });

  test("opens the leads that a figure counts, and finds as many", async ({ page, expectAccessible }) => {
    await page.goto("/performance");
    const link = page.getByRole("link", { name: /^Together, SQL: / });
    const counted = (await link.textContent())?.trim() ?? "";
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${counted} leads that became SQL`);
    await expectAccessible();
    await expectFitsPhone(page);
    await page.getByRole("link", { name: "Back to the figures" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Performance" })).toBeVisible();
  });

  test("finds out when leads wait, and opens those that came then", async ({ page, expectAccessible }) => {
    await page.goto("/performance");
    const figure = page.getByRole("region", { name: /^Half of the .* waited/ });
    await figure.getByText("The numbers, and their leads").click();
    const span = figure.getByRole("row", { name: /^under 15 min/ });
    const counted = Number((await span.getByRole("link").textContent())?.replace(/\D/g, ""));
    await span.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `${counted} ${counted === 1 ? "lead" : "leads"} called after the hand-over`,
    );
    await expect(page.getByText("Only: under 15 min.")).toBeVisible();
    await page.getByRole("link", { name: "Back to the figures" }).click();
    await figure.locator("summary", { hasText: "By weekday of the hand-over" }).click();
    const monday = figure.getByRole("row", { name: /^Monday/ });
    const onMonday = (await monday.getByRole("cell").first().textContent())?.trim() ?? "";
    await expectAccessible();
    await monday.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${onMonday} leads called after the hand-over`);
    await expect(page.getByText("Only: Monday.")).toBeVisible();
    await expectFitsPhone(page);
  });

  test("opens who was not called yet, and is told what does not follow the sentence", async ({ page }) => {
    await page.goto("/performance?country=NL");
    await expect(page.getByText("These figures do not follow the sentence above: they are of all leads.")).toBeVisible({
      timeout: 90_000,
    });
    const figure = page.getByRole("region", { name: /^Half of the .* waited/ });
    await figure.getByText("The numbers, and their leads").click();
    const waiting = figure.getByRole("row", { name: /^not yet/ }).getByRole("link");
    const count = (await waiting.textContent())?.trim() ?? "";
    await waiting.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${count} leads? handed over`));
  });

  test("asks what happened in each month, in an address that a colleague can open", async ({ page }) => {
    await page.goto("/performance");
    await page.getByRole("combobox", { name: /^Funnel/ }).click();
    await page.getByRole("option", { name: "By the month in which it happened" }).click();
    await expect(page.getByRole("heading", { name: "What happened, month by month" })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("funnel")).toBe("event");
    await page.reload();
    await expect(page.getByRole("heading", { name: "What happened, month by month" })).toBeVisible();
  });

  test("sets a start and targets, and sees before, today and the target", async ({ page, expectAccessible }) => {
    await page.goto("/performance");
    await page.getByText(/^(Set a start and targets|Change the start or the targets)$/).click();
    await page.getByLabel("MQL to SQL, %").fill("a lot");
    await page.getByRole("button", { name: "Set the targets" }).click();
    await expect(page.getByText("Give whole per cent from −90 to 900.")).toBeVisible();
    await page.getByLabel("MQL to SQL, %").fill("25");
    await page.getByRole("button", { name: "Set the targets" }).click();
    const figures = page.getByLabel("Key figures");
    await expect(figures.getByText(/^target \d/).first()).toBeVisible();
    await expect(figures.getByText(/^was \d/).first()).toBeVisible();
    await expectAccessible();
    await expectFitsPhone(page);
  });
});

test.describe("a marketer", () => {
  test.use({ role: "marketer", locale: "en-GB" });

  test("enters costs from a sheet, which the page sets against the leads that came", async ({ page }) => {
    await page.goto("/data/costs");
    const month = await page.getByLabel("Month").inputValue();
    const lines = page.getByLabel("Lines of a sheet or a CSV file");
    await lines.fill(`${month};Referral;much`);
    await page.getByRole("button", { name: "Keep all lines" }).click();
    await expect(page.getByText("Line 1 cannot be read. Nothing was kept.")).toBeVisible();
    await lines.fill(`month;source;amount\n${month};Referral;1.250,50`);
    await page.getByRole("button", { name: "Keep all lines" }).click();
    await expect(page.getByRole("cell", { name: "€1,250.50" })).toBeVisible();
    await page.goto("/performance");
    await expect(page.getByRole("heading", { name: /^A lead from Referral costs €/ })).toBeVisible();
  });
});
