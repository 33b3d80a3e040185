import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "marketer" });

const LANGUAGES = [
  {
    locale: "nl-NL",
    words: nl.model,
    criterion: "Stuurt monteurs op pad",
    moved: /\d leads? kwam(en)? in een ander vak/,
  },
  { locale: "en-GB", words: en.model, criterion: "Sends out mechanics", moved: /\d leads? changed cell/ },
] as const;
/** The points of that criterion in the demo, and what they become. */
const WAS = "25";
const BECOMES = "4";
/** A pass over the demo takes a few seconds. */
const PASS = { timeout: 30_000 };

for (const { locale, words, criterion, moved } of LANGUAGES) {
  test.describe(`a marketer, in ${locale},`, () => {
    test.use({ locale });

    test("changes a weight, publishes it, sees the scores move, and goes back", async ({ page, expectAccessible }) => {
      const before = await countLeads(page);
      await page.goto("/model/versions");
      await expect(page.getByRole("listitem").first()).toBeVisible();
      const old = await page.getByRole("listitem").count();
      const number = old + 1;

      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      await expect(page.getByRole("heading", { level: 1, name: fill(words.draftTitle, { number }) })).toBeVisible();
      await expectAccessible();

      const slider = page.getByRole("slider", { name: fill(words.of, { subject: criterion, part: words.points }) });
      await slider.focus();
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await expect(slider).toHaveValue("19");
      await page.keyboard.press("Backspace");
      await expect(slider).toHaveValue(WAS);
      await page.keyboard.type(BECOMES);
      await page.keyboard.press("Enter");
      await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`${BECOMES}.*${WAS}`));
      await page.keyboard.press("Control+z");
      await expect(slider).toHaveValue(WAS);
      const saved = untilSaved(page);
      await page.keyboard.press("Control+Shift+z");
      await expect(slider).toHaveValue(BECOMES);
      await saved;

      await page.reload();
      await expect(slider).toHaveValue(BECOMES);
      const difference = new RegExp(`${criterion}.* ${WAS} ${BECOMES} `);
      await expect(page.getByRole("main")).toContainText(difference);
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByLabel(words.publish.note).fill(`The trade says less (${locale})`);
      await expectAccessible();
      await page.getByRole("button", { name: fill(words.publish.confirm, { number }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      expect(await countLeads(page)).not.toEqual(before);

      await page.goto("/model/versions");
      const newest = page.getByRole("listitem").first();
      await expect(newest).toContainText(fill(words.versions.version, { number }));
      await expect(newest).toContainText(`The trade says less (${locale})`);
      await expect(newest).toContainText(difference);
      await expect(newest).toContainText(moved);
      await page.getByRole("button", { name: fill(words.return.open, { number: old }) }).click();
      await page.getByRole("button", { name: fill(words.return.confirm, { number: old }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expect(newest).toContainText(fill(words.versions.returnsTo, { number: old }));
      await expectAccessible();
      expect(await countLeads(page)).toEqual(before);
    });

    test("may drop a draft, and two hands on one draft lose nothing", async ({ page, context, expectAccessible }) => {
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const slider = (at: Page) =>
        at.getByRole("slider", { name: fill(words.of, { subject: criterion, part: words.points }) });
      await expect(slider(page)).toHaveValue(WAS);
      const other = await context.newPage();
      await other.goto("/model");
      await slider(other).focus();
      const saved = untilSaved(other);
      await other.keyboard.press("ArrowRight");
      await saved;
      await other.close();

      await slider(page).focus();
      await page.keyboard.press("ArrowLeft");
      await page.getByRole("button", { name: words.conflict.reload }).click();
      await expect(slider(page)).toHaveValue("26");
      await page.keyboard.press("Control+z");
      await expect(slider(page)).toHaveValue("24");
      await expectAccessible();

      await page.getByRole("button", { name: words.discard.open }).click();
      await page.getByRole("button", { name: words.discard.confirm }).click();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
    });

    test("is told what keeps a draft from being published, at its place", async ({ page, expectAccessible }) => {
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const threshold = page.getByRole("textbox", {
        name: fill(words.typed, { label: fill(words.opens, { axis: words.axes.engagement, band: "1" }) }),
      });
      await threshold.fill("30");
      await expect(threshold).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("button", { name: words.publish.open })).toBeDisabled();
      await expectAccessible();
      await page.keyboard.press("Control+z");
      await expect(page.getByText(words.publish.notUnchanged)).toBeVisible();
      await page.getByRole("button", { name: words.discard.open }).click();
      await page.getByRole("button", { name: words.discard.confirm }).click();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
    });
  });
}

/** Leads in each cell, as the matrix counts them. */
async function countLeads(page: Page): Promise<string[]> {
  await page.goto("/matrix?view=table");
  const rows = page.getByRole("table").first().getByRole("row");
  await expect(rows).not.toHaveCount(0);
  return rows.evaluateAll((all) => all.map((row) => `${row.children[0]?.textContent} ${row.children[3]?.textContent}`));
}

/** Ask for it before the change that is to be saved: the draft saves itself a moment after it. */
async function untilSaved(page: Page): Promise<void> {
  await page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
}

/** A message of the catalogue with its parameters. */
function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? name));
}
