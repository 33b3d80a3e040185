import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { fill } from "./fixtures/model.ts";
import { withoutTelephone } from "./fixtures/no-telephone.ts";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";
import { openList, readList } from "./fixtures/today-list.ts";

test.use({ role: "rep" });

const LANGUAGES = [
  { locale: "nl-NL", words: nl, date: "Donderdag 12 maart" },
  { locale: "en-GB", words: en, date: "Thursday 12 March" },
] as const;

for (const { locale, words, date } of LANGUAGES) {
  test.describe(`with the keyboard alone, in ${locale}`, () => {
    test.use({ locale });
    const { commands, notice, change } = words.today;

    test("six keys after the page is there a lead was dialled and its outcome is logged", async ({ page }) => {
      await withoutTelephone(page);
      await page.goto("/today");
      const list = readList(page);
      const before = await list.count();
      const panel = page.getByRole("complementary");
      let pressed = 0;
      const press = async (key: string) => {
        pressed++;
        await page.keyboard.press(key);
      };
      // Whoever has a number that is sure.
      while (!(await panel.locator("a[href^='tel:']").isVisible())) await press("j");
      const name = await list.current();
      await press("p");
      await expect(list.status(fill(notice.calling, { name }))).toBeVisible();
      await press("c");
      await expect(list.status(`${name}: ${words.dispositions.done.called}`)).toBeVisible();
      expect(pressed).toBeLessThanOrEqual(6);

      await list.settled();
      await page.reload();
      await expect.poll(list.count).toBe(before - 1);
      await page.keyboard.press("u");
      await expect.poll(list.count).toBe(before);
      await list.settled();
    });

    test("a note is kept without an outcome, and taken back into the field", async ({ page, expectAccessible }) => {
      const list = await openList(page, date);
      const before = await list.count();
      const name = await list.current();
      const field = page.getByLabel(words.today.note);
      await page.keyboard.press("m");
      await expect(field).toBeFocused();
      await page.keyboard.type("asks for prices");
      await expectAccessible();
      await page.keyboard.press("Control+Enter");
      await expect(list.status(fill(notice.noted, { name }))).toBeVisible();
      await expect(field).toHaveValue("");
      await list.settled();
      await expect.poll(list.count).toBe(before);
      await expect.poll(list.current).toBe(name);
      await page.keyboard.press("u");
      await expect(field).toHaveValue("asks for prices");
      await list.settled();
      await field.fill("");
    });

    test("the palette does what a key does", async ({ page }) => {
      const list = await openList(page, date);
      const before = await list.count();
      const name = await list.current();
      await page.keyboard.press("Control+k");
      await page.keyboard.type(words.dispositions.action.no_answer);
      await page.keyboard.press("Enter");
      await expect(list.status(`${name}: ${words.dispositions.done.no_answer}`)).toBeVisible();
      await list.settled();
      await page.keyboard.press("Control+k");
      await page.keyboard.type(commands.undo);
      await page.keyboard.press("Enter");
      await expect.poll(list.count).toBe(before);
      await list.settled();
    });

    test("a lead is given to a colleague by its key, with the words typed, and undo brings it back", async ({
      page,
    }) => {
      const list = await openList(page, date);
      await list.passClocks();
      const before = await list.count();
      const name = await list.current();
      await page.getByLabel(words.today.note).fill("asks for prices");
      await page.keyboard.press("Escape");
      await page.keyboard.press("o");
      const dialog = page.getByRole("dialog", { name: fill(words.owner.title, { name }) });
      await expect(dialog.getByLabel(words.owner.note)).toHaveValue("asks for prices");
      const colleague = dialog.getByLabel(words.owner.to);
      await expect(colleague.getByRole("option")).not.toHaveCount(1);
      await colleague.selectOption({ index: 1 });
      await dialog.getByRole("button", { name: words.owner.submit, exact: true }).click();
      await expect(list.row(name)).toHaveCount(0);
      await expect.poll(list.count).toBe(before - 1);
      await page.keyboard.press("u");
      await expect(list.row(name)).toHaveCount(1);
      await expect.poll(list.count).toBe(before);
      await list.settled();
    });

    test("what changed adds up to the difference", async ({ page, expectAccessible }) => {
      const list = await openList(page, date);
      await page.keyboard.press("w");
      const bill = page.getByRole("table").filter({ hasText: change.after });
      await expect(bill).toBeVisible();
      await expectAccessible();
      const amounts = async (cell: number) => {
        const texts = await bill.locator(`tr td:nth-child(${cell})`).allTextContents();
        return texts.filter(Boolean).map((text) => Number(text.replace("−", "-").replace(",", ".")));
      };
      const [before = 0, ...parts] = await amounts(3);
      const after = parts.pop() ?? 0;
      expect(parts.reduce((sum, part) => sum + part, before)).toBeCloseTo(after, 6);
      await page.keyboard.press("w");
      await expect(bill).toHaveCount(0);
      await list.settled();
    });
  });
}

test.describe("on a narrow phone", () => {
  test.use({ locale: "nl-NL" });

  test("a lead is put off to a time of this day and stays on the list; one of the past is refused", async ({
    page,
    expectAccessible,
  }) => {
    await expectFitsPhone(page);
    const list = await openList(page, "Donderdag 12 maart");
    await list.passClocks();
    const before = await list.count();
    const name = await list.current();
    const { snooze, action } = nl.dispositions;

    async function putOffTo(time: string) {
      await page.getByRole("button", { name: nl.today.outcome }).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByLabel(nl.today.note).fill("belt terug");
      await sheet.getByRole("button", { name: action.snoozed }).click();
      await sheet.getByLabel(snooze.date).fill("2026-03-12");
      await sheet.getByLabel(snooze.time).fill(time);
      await expectAccessible();
      await sheet.getByRole("button", { name: snooze.submit, exact: true }).click();
      await expect(sheet).toBeHidden();
    }
    await putOffTo("08:00");
    await expect(page.getByRole("alert").filter({ hasText: nl.refusals.reasons.snooze_day })).toBeVisible();
    await list.name(name).click();
    await page.getByRole("button", { name: nl.today.outcome }).click();
    await expect(page.getByRole("dialog").getByLabel(nl.today.note)).toHaveValue("belt terug");
    await page.getByRole("button", { name: nl.today.close }).click();

    await putOffTo("23:30");
    await expect(list.row(name)).toContainText("23:30");
    await list.settled();
    await expect.poll(list.count).toBe(before);
    await expectFitsPhone(page);
    await page.getByRole("button", { name: nl.today.notice.undo }).click();
    await expect(list.row(name)).not.toContainText("23:30");
    await list.settled();
  });
});
