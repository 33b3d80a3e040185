import type { Page } from "@playwright/test";
import { readLeads } from "./fixtures/read-leads.ts";
import { expect, expectFitsPhone, test, untilIdle } from "./fixtures/test.ts";

test.describe("the list of leads", () => {
  test.use({ role: "marketer" });

  test("is searched, sorted, walked with j and k and opened with Enter", async ({ page }) => {
    await page.goto("/leads");
    const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("koel");
    await expect(page).toHaveURL(/q=koel/);
    await expect(rows.first()).toContainText(/koel/i);
    await page.getByRole("button", { name: "Name" }).click();
    await expect(page).toHaveURL(/sort=name/);
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await page.getByRole("heading", { level: 1 }).click();
    const current = rows.and(page.locator("[aria-current]"));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(current).toHaveAttribute("aria-rowindex", "3");
    const name = await current.getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(/^Leads, 2 of/)).toBeVisible();
    await untilIdle(page);
    await page.keyboard.press("Escape");
    await expect(current).toContainText(name);
    await untilIdle(page);
    await page.keyboard.press("ArrowUp");
    await expect(current).toHaveAttribute("aria-rowindex", "2");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Leads, 1 of/)).toBeVisible();
  });

  test("is not needed to open one: the palette takes a name and Enter at once", async ({ page }) => {
    const { rows } = await readLeads(page.request, "/api/leads?sort=name&limit=1");
    const name = rows[0]?.name ?? "";
    await page.goto("/matrix");
    await page.keyboard.press("Control+k");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  test("finds the selected lead again after a reload, and forgets one that it does not hold", async ({ page }) => {
    const first = await readLeads(page.request, "/api/leads?sort=name&limit=130");
    const far = first.rows.at(-1);
    await page.goto(`/leads?sort=name&lead=${far?.leadId}`);
    const current = page.getByRole("row").and(page.locator("[aria-current]"));
    await expect(current).toContainText(far?.name ?? "");
    await expect(current).toHaveAttribute("aria-rowindex", "131");
    await expect(current).toBeInViewport();
    await page.goto("/leads?cell=A1&lead=999999");
    await expect(page).toHaveURL(/\/leads\?cell=A1$/);
  });

  test("goes on to the last lead, page by page", async ({ page }) => {
    const { total } = await readLeads(page.request, "/api/leads?cell=B3");
    await page.goto("/leads?cell=B3&sort=name");
    const table = page.getByRole("table");
    await expect(async () => {
      await table.evaluate((element) => {
        const scroller = element.parentElement?.parentElement;
        scroller?.scrollTo({ top: scroller.scrollHeight });
      });
      const last = await page.getByRole("row").last().getAttribute("aria-rowindex");
      expect(Number(last)).toBe((total ?? 0) + 1);
    }).toPass({ timeout: 30_000 });
  });

  test("exports what it shows, and nobody who may not", async ({ page, openAs }) => {
    await page.goto("/leads?score=none");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("leads.csv");
    const { total } = await readLeads(page.request, "/api/leads?score=none");
    const text = await (await page.request.get("/api/leads/export?score=none")).text();
    expect(text.trim().split("\n")).toHaveLength((total ?? 0) + 1);
    const rep = await openAs("rep");
    expect((await rep.request.get("/api/leads/export")).status()).toBe(403);
  });
});

test.describe("the page of a lead", () => {
  test.use({ role: "manager" });

  test("shows lines that add up to the score, on any day", async ({ page, expectAccessible }) => {
    const { rows } = await readLeads(page.request, "/api/leads?limit=5");
    await page.goto(`/leads/${rows[1]?.leadId}`);
    await expect(page.getByRole("heading", { name: /^Where [\d.]+ comes from/ })).toBeVisible();
    await expectLedgerAddsUp(page);
    await page.getByRole("button", { name: "The day before" }).click();
    await expect(page).toHaveURL(/day=2026-03-11/);
    await expect(page.getByText(/as of 11 March/)).toBeVisible();
    await expectLedgerAddsUp(page);

    const lines = page.getByRole("button", { expanded: false }).filter({ hasNotText: /Show|Correct/ });
    await page
      .getByRole("table", { name: /Every line/ })
      .getByRole("button")
      .first()
      .click();
    await expect(page.getByRole("button", { expanded: true })).toHaveCount(1);
    await expect(lines).not.toHaveCount(0);
    await page.getByRole("button", { name: /that gives? nothing/ }).click();
    await expectAccessible();

    await page.getByRole("link", { name: "Stages" }).click();
    await expect(page).toHaveURL(/show=stages/);
    await expect(page).toHaveURL(/day=2026-03-11/);
  });

  test("takes a correction by hand as a line of the score, and takes it back", async ({ page, expectAccessible }) => {
    const { rows } = await readLeads(page.request, "/api/leads?cell=C3&limit=1");
    await page.goto(`/leads/${rows[0]?.leadId}`);
    const heading = page.getByRole("heading", { name: /^Where [\d.]+ comes from/ });
    const before = await heading.innerText();
    await page.getByRole("button", { name: "Correct by hand" }).click();
    await page.getByRole("button", { name: "Correct the score" }).click();
    await expect(page.getByText("Fill this in.")).toBeVisible();
    await expectAccessible();
    await page.getByLabel("Points").fill("5");
    await page.getByLabel("Reason").fill("Met at the fair");
    await page.getByRole("button", { name: "Correct the score" }).click();
    await expect(page.getByRole("row", { name: /By hand.*Met at the fair.*5\.00/ })).toBeVisible();
    await expectLedgerAddsUp(page);
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("taken back", { exact: false })).toBeVisible();
    await expect(heading).toHaveText(before, { useInnerText: true });
  });

  for (const locale of ["nl-NL", "en-GB"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test.describe(`in ${locale}, ${colorScheme}`, () => {
        test.use({ locale, colorScheme });

        test("reads well with and without a score, also on a phone", async ({ page, expectAccessible }) => {
          const scored = await readLeads(page.request, "/api/leads?limit=1");
          const unscored = await readLeads(page.request, "/api/leads?score=none&limit=1");
          for (const lead of [...scored.rows, ...unscored.rows]) {
            await page.setViewportSize({ width: 1440, height: 900 });
            await page.goto(`/leads/${lead.leadId}`);
            await expect(page.getByRole("heading", { level: 1, name: lead.name ?? "" })).toBeVisible();
            await expectAccessible();
            await expectFitsPhone(page);
            await expectAccessible();
          }
        });
      });
    }
  }
});

/** On each axis the lines give the subtotal, and the two parts give the score. */
async function expectLedgerAddsUp(page: Page): Promise<void> {
  // Another day's lines come a moment after its address.
  await expect(() => expectSums(page)).toPass({ timeout: 10_000 });
}

async function expectSums(page: Page): Promise<void> {
  const bodies = page.getByRole("table", { name: /Every line/ }).locator("tbody");
  const amounts = await bodies.evaluateAll((parts) =>
    parts.map((part) => {
      const cells = [...part.querySelectorAll("tr > td:last-child")];
      return cells.map((cell) => Math.round(Number(cell.textContent?.replace("−", "-")) * 100));
    }),
  );
  for (const axis of amounts.slice(0, -1)) {
    expect(axis.length).toBeGreaterThan(0);
    expect(axis.slice(0, -1).reduce((sum, line) => sum + line, 0)).toBe(axis.at(-1));
  }
  const mix = await bodies.last().locator("td").nth(1).innerText();
  const parts =
    mix
      .split("=")
      .at(-1)
      ?.split("+")
      .map((part) => Math.round(Number(part) * 100)) ?? [];
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amounts.at(-1)?.[0]);
}
