import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import { readLeads } from "./fixtures/read-leads.ts";
import { expect, expectFitsPhone, test, untilIdle } from "./fixtures/test.ts";

const { dispositions, lead: words, nurture, calendar } = en;

test.describe("what a rep decides", () => {
  test.use({ role: "rep" });

  test("by keys alone a lead is lost and back again, then in nurture until its day", async ({
    page,
    expectAccessible,
  }) => {
    const name = await openOwnLead(page, 0);
    const status = page.getByRole("main").getByRole("status");
    await page.keyboard.press("q");
    await expect(page.getByRole("button", { name: dispositions.verdict.qualified })).toBeFocused();
    await expectAccessible();
    await page.keyboard.press("5");
    await expect(page.getByRole("button", { name: en.reasons.competitor })).toBeFocused();
    await page.keyboard.press("1");
    await expect(status).toContainText(dispositions.done.lost);
    await untilIdle(page);
    await page.keyboard.press("u");
    await expect(status).toContainText(words.work.undone);
    await untilIdle(page);

    // Not now, it does not suit, in a quarter.
    for (const key of ["q", "3", "1"]) await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: dispositions.return.in_a_quarter })).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("2");
    await expect(status).toContainText(dispositions.done.recycled);
    await untilIdle(page);

    await page.goto("/leads/nurture?reason=bad_timing");
    const row = page.getByRole("row", { name });
    await expect(row).toContainText("10 Jun");
    await expect(row).toContainText(en.reasons.bad_timing);
    await page.keyboard.press("j");
    await expect(page.locator("a[data-lead]").first()).toBeFocused();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectFitsPhone(page);
    await expectAccessible();
    await page.goto("/leads/nurture?within=7&reason=declined");
    await expect(page.getByText(nurture.nothing.title)).toBeVisible();
  });

  test("a flag is set with one press, and a score corrected within the room there is", async ({
    page,
    expectAccessible,
  }) => {
    await openOwnLead(page, 1);
    const flag = page.getByRole("button", { name: "Via een klant" });
    await flag.click();
    await expect(flag).toHaveAttribute("aria-pressed", "true");
    await untilIdle(page);
    await page.reload();
    await expect(flag).toHaveAttribute("aria-pressed", "true");

    await page.getByRole("button", { name: words.adjust.open }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.adjust.points).fill("11");
    await dialog.getByLabel(words.adjust.reason).fill("Met at the fair");
    await dialog.getByLabel(words.adjust.lastDay).fill("2026-04-12");
    await expectAccessible();
    await dialog.getByRole("button", { name: words.adjust.submit }).click();
    await expect(dialog.getByText(/this may be 10 points at most/)).toBeVisible();
    await dialog.getByLabel(words.adjust.points).fill("10");
    await dialog.getByRole("button", { name: words.adjust.submit }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Met at the fair").first()).toBeVisible();
    await page.getByRole("button", { name: words.adjust.withdraw }).click();
    await expect(page.getByText(words.timeline.withdrawn.replace("{day}", "12 March"))).toBeVisible();
  });

  test("a calendar reads the tasks by a link, until it is revoked", async ({ page, expectAccessible }) => {
    await page.goto("/settings");
    await page.getByRole("button", { name: calendar.settings.make }).click();
    const link = await page.getByLabel(calendar.settings.label).inputValue();
    await expectAccessible();
    const read = await page.request.get(link, { headers: { cookie: "" } });
    expect(read.headers()["content-type"]).toContain("text/calendar");
    expect(await read.text()).toContain("SUMMARY:Follow up: ");
    await page.getByRole("button", { name: calendar.settings.revoke }).click();
    await expect(page.getByRole("button", { name: calendar.settings.make, exact: true })).toBeVisible();
    expect((await page.request.get(link)).status()).toBe(404);
  });
});

test.describe("what is handed over", () => {
  test.use({ role: "manager" });

  test("goes onto paper and into a file, without what is for the screen", async ({ page }) => {
    await page.goto("/leads/hand-over");
    await expect(page.locator("a[data-lead]").first()).toBeVisible();
    const file = await page.request.get("/api/leads/hand-over");
    expect(file.headers()["content-type"]).toContain("text/csv");
    expect((await file.text()).split("\n")[0]).toMatch(/^\ufefflead_id,name,/);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("columnheader", { name: en.handOver.column.note })).toBeVisible();
    const [onPaper = ""] = en.handOver.onPaper.split("{");
    await expect(page.getByText(onPaper), "a list that goes on says so").toBeVisible();
    await expect(page.getByRole("link", { name: en.shell.home })).toBeHidden();
    await expect(page.getByRole("button", { name: en.handOver.print })).toBeHidden();
  });
});

/** Opens one of the reader's own leads that sales accepted, and gives its name. */
async function openOwnLead(page: Page, place: number): Promise<string> {
  const { rows } = await readLeads(page.request, "/api/leads?stage=sales_accepted&sort=name&limit=60");
  const row = rows.filter(({ owner }) => owner !== null)[place];
  await page.goto(`/leads/${row?.leadId}`);
  const name = row?.name ?? "";
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return name;
}
