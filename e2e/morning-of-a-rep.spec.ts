import type { Locator } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { fill } from "./fixtures/model.ts";
import { expect, patient, test, untilIdle } from "./fixtures/test.ts";
import { openList } from "./fixtures/today-list.ts";

test.use({ role: "rep" });

const LANGUAGES = [
  { locale: "nl-NL", words: nl, date: "Donderdag 12 maart" },
  { locale: "en-GB", words: en, date: "Thursday 12 March" },
] as const;

for (const { locale, words, date } of LANGUAGES) {
  test.describe(`the morning of a rep, in ${locale}`, () => {
    test.use({ locale });
    const { action } = words.dispositions;

    test("each outcome has a key, and each can be undone", async ({ page, expectAccessible }) => {
      const list = await openList(page, date);
      await list.passClocks();
      const before = await list.count();
      const doneBefore = await list.doneCount();

      const first = await list.current();
      await page.keyboard.press("j");
      await expect.poll(list.current).not.toBe(first);
      await page.keyboard.press("k");
      await expect.poll(list.current).toBe(first);

      const worked: string[] = [];
      const outcomes = [
        { keys: ["c"], says: words.dispositions.done.called },
        { keys: ["n"], says: words.dispositions.done.no_answer },
        { keys: ["a"], says: words.dispositions.done.accepted },
        { keys: ["r", "2"], says: words.dispositions.done.rejected },
        { keys: ["s", "1"], says: words.dispositions.done.snoozed },
      ];
      for (const { keys, says } of outcomes) {
        const name = await list.current();
        worked.unshift(name);
        for (const key of keys) await page.keyboard.press(key);
        await expect(list.status(`${name}: ${says}`)).toBeVisible();
        await expect.poll(list.current).not.toBe(name);
        await list.settled();
      }
      await expect.poll(list.count).toBe(before - worked.length);
      await expect.poll(list.doneCount).toBe(doneBefore + worked.length);
      await page.keyboard.press("d");
      await expectAccessible();

      for (const name of worked) {
        await page.keyboard.press("u");
        await expect(list.status(name)).toContainText(words.today.notice.undone.replace("{name}", name));
        await expect.poll(list.current).toBe(name);
        await list.settled();
      }
      await expect.poll(list.count).toBe(before);
    });

    test("a question is answered by digit, or left by Escape", async ({ page, expectAccessible }) => {
      const list = await openList(page, date);
      const before = await list.count();
      const name = await list.current();
      await page.keyboard.press("r");
      await expect(page.getByRole("button", { name: words.reasons.no_budget })).toBeFocused();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await page.keyboard.press("s");
      await page.keyboard.press("4");
      await expect(page.getByLabel(words.dispositions.snooze.date)).toBeFocused();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: action.called })).toBeVisible();
      await expect.poll(list.current).toBe(name);
      await expect.poll(list.count).toBe(before);
    });

    test("on a phone the thumb calls and says what came of it", async ({ page, expectAccessible }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      const list = await openList(page, date);
      await list.passClocks();
      const before = await list.count();
      const name = await list.current();
      await page.getByRole("button", { name: words.today.outcome }).click();
      const sheet = page.getByRole("dialog", { name });
      await expect(sheet.getByRole("heading", { name })).toBeVisible();
      await expectAccessible();
      await sheet.getByRole("button", { name: action.snoozed }).click();
      await sheet.getByRole("button", { name: words.dispositions.snooze.in_a_week }).click();
      await expect(sheet).toBeHidden();
      await expect(list.status(name)).toBeVisible();
      await list.settled();
      await expect.poll(list.count).toBe(before - 1);
      await page.getByRole("button", { name: words.today.notice.undo }).click();
      await expect.poll(list.count).toBe(before);
      await list.settled();
      await expectAccessible();
    });
  });
}

test.describe("on the list of a rep", () => {
  const { words, date } = LANGUAGES[1];

  test("a key pressed twice records one outcome", async ({ page }) => {
    const list = await openList(page, date);
    const before = await list.count();
    // However slow the machine is, the second press follows at once.
    await page.getByRole("main").evaluate((main) => {
      for (const _ of [1, 2]) main.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
    });
    await expect.poll(list.count).toBe(before - 1);
    await list.settled();
    await page.keyboard.press("u");
    await expect.poll(list.count).toBe(before);
    await list.settled();
  });

  test("what the page says can be undone is what undo takes back, not what the next lead has", async ({ page }) => {
    const list = await openList(page, date);
    await list.passClocks();
    const first = await list.current();
    await page.keyboard.press("j");
    await expect.poll(list.current).not.toBe(first);
    const second = await list.current();
    const note = page.getByLabel(words.today.note);
    await note.fill("asks for prices");
    await page.keyboard.press("Control+Enter");
    await list.settled();
    await page.keyboard.press("k");
    await expect.poll(list.current).toBe(first);
    await page.keyboard.press("n");
    await expect(list.status(`${first}: ${words.dispositions.done.no_answer}`)).toBeVisible();
    await expect.poll(list.current).toBe(second);
    await list.settled();
    await page.getByRole("button", { name: words.today.notice.undo }).last().click();
    await expect(list.status(fill(words.today.notice.undone, { name: first }))).toBeVisible();
    await expect.poll(list.current).toBe(first);
    await list.settled();

    await page.keyboard.press("u");
    await expect(list.status(fill(words.today.notice.note_undone, { name: second }))).toBeVisible();
    await list.settled();
    await expect(note).toHaveValue("asks for prices");
    await note.fill("");
  });

  test("the list and the lead beside it scroll, and never the page around them", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 640 });
    const list = await openList(page, date);
    const beyond = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    await expect.poll(beyond).toBe(0);
    await list.passClocks();
    await expect.poll(beyond).toBe(0);
  });

  test("the row in hand is never behind the bar of a narrow screen", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openList(page, date);
    const bar = page.getByRole("button", { name: words.today.outcome });
    const inHand = page.getByRole("row").filter({ has: page.locator("[aria-current]") });
    const bottom = (of: Locator) => of.evaluate((element) => element.getBoundingClientRect().bottom);
    for (let row = 0; row < 9; row++) {
      await page.keyboard.press("j");
      const top = await bar.evaluate((button) => button.parentElement?.getBoundingClientRect().top ?? 0);
      await expect.poll(() => bottom(inHand)).toBeLessThanOrEqual(top);
    }
  });

  test("the lines of a score add up to it", async ({ page }) => {
    await openList(page, date);
    const bill = page.getByRole("complementary").getByRole("table");
    const amounts = async (rows: Locator, cell: number) => {
      const texts = await rows.locator(`td:nth-of-type(${cell})`).allTextContents();
      return texts.filter(Boolean).map((text) => Number(text.replace("−", "-").replace(",", ".")));
    };
    const sum = (numbers: number[]) => Math.round(numbers.reduce((total, each) => total + each, 0) * 100) / 100;
    const axes = bill.locator("tbody").filter({ hasNot: page.getByRole("rowheader") });
    await expect(axes).toHaveCount(2);
    for (const axis of await axes.all()) {
      const column = await amounts(axis.getByRole("row"), 2);
      expect(sum(column.slice(0, -1))).toBe(column.at(-1));
    }
    const parts = await amounts(axes.getByRole("row"), 3);
    const score = bill.getByRole("row").last();
    expect([sum(parts)]).toEqual(await amounts(score, 2));
  });

  test("an outcome is taken back on the page when somebody was faster, and its note stays", async ({
    page,
    context,
  }) => {
    const list = await openList(page, date);
    const before = await list.count();
    const name = await list.current();
    const elsewhere = patient(await context.newPage());
    const other = await openList(elsewhere, date);
    await elsewhere.keyboard.press("c");
    await expect.poll(other.count).toBe(before - 1);
    await other.settled();

    await page.getByLabel(words.today.note).fill("wants a quote");
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await expect(page.getByRole("alert").filter({ hasText: words.refusals.reasons.lead_worked })).toContainText(name);
    await expect.poll(list.count).toBe(before - 1);

    await elsewhere.keyboard.press("u");
    await expect.poll(other.count).toBe(before);
    await other.settled();
    await list.row(name).getByRole("button").first().click();
    await expect(page.getByLabel(words.today.note)).toHaveValue("wants a quote");
  });

  test("a note goes with the outcome, and its letters are no keys", async ({ page }) => {
    const list = await openList(page, date);
    const before = await list.count();
    const name = await list.current();
    const note = page.getByLabel(words.today.note);
    await note.fill("");
    await note.pressSequentially("can");
    expect(await list.count()).toBe(before);
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(list.row(name)).toContainText("can");
    await list.settled();
    await page.keyboard.press("u");
    await expect(note).toHaveValue("can");
    await list.settled();
    await note.fill("");
  });

  test("Enter opens the lead", async ({ page }) => {
    const list = await openList(page, date);
    const name = await list.current();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/leads\/\d+$/);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  test("who comes back from a lead stands at the same row, or at the one walked to", async ({ page }) => {
    const list = await openList(page, date);
    let fourth = await list.current();
    for (const key of ["j", "J", "ArrowDown"]) {
      const before = fourth;
      await page.keyboard.press(key);
      await expect.poll(list.current).not.toBe(before);
      fourth = await list.current();
    }
    const trail = page.getByRole("navigation", { name: words.lead.trail.label });
    async function pressThere(key: string, place: number) {
      await page.keyboard.press(key);
      await expect(trail).toContainText(new RegExp(`^Today, ${place} of`));
      await untilIdle(page);
    }
    async function expectBackAt(name: string) {
      await expect.poll(list.current).toBe(name);
      await untilIdle(page);
    }
    await pressThere("Enter", 4);
    await page.keyboard.press("Escape");
    await expectBackAt(fourth);
    await pressThere("Enter", 4);
    await page.goBack();
    await expectBackAt(fourth);

    await pressThere("Enter", 4);
    await pressThere("j", 5);
    const fifth = await page.getByRole("heading", { level: 1 }).innerText();
    await page.keyboard.press("Escape");
    await expectBackAt(fifth);
    expect(fifth).not.toBe(fourth);
  });
});

test.describe("the list of somebody else", () => {
  test("is not for another rep", async ({ page }) => {
    // The browser reports the status on its console.
    page.removeAllListeners("console");
    await page.goto("/today?rep=2");
    await expect(page.getByRole("heading", { level: 1, name: en.auth.noPermission.title })).toBeVisible();
    await expect(page).toHaveURL(/\/today\?rep=2$/);
  });

  test.describe("can be read by a manager", () => {
    test.use({ role: "manager" });
    test("and not be worked", async ({ page, expectAccessible }) => {
      await page.goto("/today");
      await expect(page.getByRole("heading", { name: en.today.empty.team.title })).toBeVisible();
      await expectAccessible();
      await page.getByRole("combobox", { name: en.today.picker.label }).click();
      await page.getByRole("option").nth(1).click();
      await page.waitForURL(/rep=\d+$/);
      await untilIdle(page);
      await page.keyboard.press("c");
      await untilIdle(page);
      await expect(page.getByRole("status").filter({ hasText: en.dispositions.done.called })).toHaveCount(0);
      await expectAccessible();
    });
  });
});
