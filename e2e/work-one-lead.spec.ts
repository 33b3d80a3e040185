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
