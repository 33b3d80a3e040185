import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import { fill } from "./fixtures/model.ts";
import { withoutTelephone } from "./fixtures/no-telephone.ts";
import { readLeads } from "./fixtures/read-leads.ts";
import { expect, expectFitsPhone, test, untilIdle } from "./fixtures/test.ts";
import { readList } from "./fixtures/today-list.ts";

const { notice } = en.today;
const { work, timeline } = en.lead;

test.use({ locale: "en-GB" });

test.describe("on the page of a lead", () => {
  test.use({ role: "rep" });

  test("dialling is logged and a note kept, each by its key or by the palette, and taken back", async ({
    page,
    expectAccessible,
  }) => {
    await withoutTelephone(page);
    await page.goto("/today");
    const panel = page.getByRole("complementary");
    while (!(await panel.locator("a[href^='tel:']").isVisible())) await page.keyboard.press("j");
    const name = await readList(page).current();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const status = page.getByRole("main").getByRole("status");
    // Besides the calls of the past, which have an outcome.
    const calls = page.getByRole("listitem").getByText(timeline.touch.call, { exact: true });

    await page.keyboard.press("p");
    await expect(status).toContainText(fill(notice.calling, { name }));
    await expect(calls.first()).toBeVisible();
    await expectAccessible();
    await untilIdle(page);
    await page.keyboard.press("u");
    await expect(status).toContainText(fill(notice.call_undone, { name }));
    await untilIdle(page);

    const field = page.getByLabel(en.today.note);
    await page.keyboard.press("Control+k");
    await page.keyboard.type(fill(en.today.commands.note, { name }));
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.type("asks for prices");
    await page.keyboard.press("Control+Enter");
    await expect(status).toContainText(fill(notice.noted, { name }));
    await expect(field).toHaveValue("");
    await untilIdle(page);
    await field.blur();
    await page.keyboard.press("u");
    await expect(field).toHaveValue("asks for prices");
    await untilIdle(page);
    await field.fill("");
    await expectFitsPhone(page);
    await expectAccessible();
  });

  test("the near days to put a lead off to are days on which people work, and differ", async ({ page }) => {
    const { snooze } = en.dispositions;
    await page.goto("/today");
    await page.keyboard.press("j");
    const name = await readList(page).current();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await listensToActs(page);
    // It is Thursday 12 March 2026.
    await page.keyboard.press("s");
    const answers = page.getByRole("region", { name: fill(en.dispositions.askUntil, { name }) });
    const until = (label: string, date: string) =>
      expect(answers.getByRole("listitem").filter({ hasText: label })).toContainText(date);
    await until(snooze.tomorrow, "Friday 13 March");
    await until(snooze.in_three_working_days, "Tuesday 17 March");
    await until(snooze.in_a_week, "Thursday 19 March");
    await page.keyboard.press("2");
    await expect(page.getByRole("main")).toContainText("17 March");
    await untilIdle(page);
    await page.keyboard.press("u");
    await expect(page.getByRole("main").getByRole("status")).toContainText(work.undone);
    await untilIdle(page);
  });

  test("each key that the sheet lists for a lead does something on its page and on the list", async ({ page }) => {
    const { keys } = en.shell;
    const name = await standAtLeadWithAll(page);
    const list = readList(page);
    const sheet = page.getByRole("dialog", { name: keys.title });
    const listed = async (title: string) => {
      const rows = sheet.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
      return (await rows.locator("dt").allTextContents()).filter((key) => key.length === 1);
    };
    const offered = async () => {
      await page.keyboard.press("Control+k");
      const found = page.getByRole("option").locator("kbd");
      await expect(found.first()).toBeVisible();
      const all = await found.allTextContents();
      await page.keyboard.press("Escape");
      await expect(found).toHaveCount(0);
      return all.sort();
    };
    await page.keyboard.press("?");
    const ofLead = (await listed(keys.lead)).filter((key) => key !== WITHOUT_NUMBER).sort();
    const ofToday = await listed(keys.today);
    await page.keyboard.press("Escape");
    expect(ofLead).not.toHaveLength(0);

    // With something to take back, all of them are offered.
    await page.keyboard.press("p");
    await list.settled();
    const onList = await offered();
    expect(onList.filter((key) => !ofToday.includes(key))).toEqual(ofLead);
    expect(onList).toContain("W");
    await page.keyboard.press("u");
    await list.settled();

    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await listensToActs(page);
    await page.keyboard.press("p");
    await expect(page.getByRole("main").getByRole("status")).toContainText(fill(notice.calling, { name }));
    expect(await offered()).toEqual(ofLead);
    await page.keyboard.press("u");
    await expect(page.getByRole("main").getByRole("status")).toContainText(fill(notice.call_undone, { name }));
    await untilIdle(page);
  });

  test("a number that is dialled in its row asks what came of it", async ({ page }) => {
    await withoutTelephone(page);
    await page.goto("/today");
    const list = readList(page);
    const row = page
      .getByRole("table")
      .first()
      .getByRole("row")
      .filter({ has: page.locator("a[href^='tel:']") })
      .last();
    const name = (await row.getByRole("rowheader").locator("b").textContent()) ?? "";
    await row.getByRole("link", { name: /,/ }).click();
    await expect(list.status(fill(notice.calling, { name }))).toBeVisible();
    await expect.poll(list.current).toBe(name);
    await list.settled();
    await page.keyboard.press("u");
    await expect(list.status(fill(notice.call_undone, { name }))).toBeVisible();
    await list.settled();
  });
});

test.describe("who leads the team", () => {
  test.use({ role: "manager" });

  test("opens a lead again that was lost, says why, and takes it back with the words", async ({
    page,
    expectAccessible,
  }) => {
    const { rows } = await readLeads(page.request, "/api/leads?stage=lost&limit=5");
    await page.goto(`/leads/${rows[0]?.leadId}`);
    const status = page.getByRole("main").getByRole("status");
    const field = page.getByLabel(work.reopenWhy);
    await page.getByRole("button", { name: work.reopen }).click();
    await page.keyboard.press("Enter");
    await expect(page.getByText(work.reopenWhyNeeded)).toBeVisible();
    await field.fill("New budget");
    await expectAccessible();
    await page.keyboard.press("Enter");
    await expect(status).toContainText(work.reopened);
    await expect(page.getByLabel(en.today.note)).toBeVisible();
    await untilIdle(page);
    await page.keyboard.press("u");
    await expect(status).toContainText(work.closed_again);
    await expect(field).toHaveValue("New budget");
    await untilIdle(page);
  });
});

/** The outcomes of a call, and the verdict. */
const ACTS = 6;
/** The head of a lead is there before the rest of the page, which listens to the keys. */
async function listensToActs(page: Page): Promise<void> {
  await expect(page.getByRole("group", { name: en.dispositions.outcome })).toBeVisible();
  await untilIdle(page);
}

/** Offered of who has no number, instead of those of a call. */
const WITHOUT_NUMBER = "E";

/** Stands at the first lead of the list that can be called and have any outcome of it; gives its name. */
async function standAtLeadWithAll(page: Page): Promise<string> {
  await withoutTelephone(page);
  await page.goto("/today");
  const panel = page.getByRole("complementary");
  const acts = panel.getByRole("group", { name: en.dispositions.outcome }).getByRole("button");
  while (!(await panel.locator("a[href^='tel:']").isVisible()) || (await acts.count()) < ACTS)
    await page.keyboard.press("j");
  return readList(page).current();
}
