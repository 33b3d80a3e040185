import type { Page } from "@playwright/test";
import {
  countLeads,
  expectSaved,
  fill,
  LANGUAGES,
  openVersions,
  PASS,
  POINTS,
  test,
  weightOn,
} from "./fixtures/model.ts";
import { expect, patient } from "./fixtures/test.ts";

test.use({ role: "marketer" });

/** What those points become. */
const BECOMES = "4";

for (const language of LANGUAGES) {
  const { locale, words, criterion, moved } = language;
  test.describe(`a marketer, in ${locale},`, () => {
    test.use({ locale });

    test("changes a weight, publishes it, sees the scores move, and goes back", async ({ page, expectAccessible }) => {
      const before = await countLeads(page);
      const old = await (await openVersions(page)).count();
      const number = old + 1;

      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      await expect(page.getByRole("heading", { level: 1, name: fill(words.draftTitle, { number }) })).toBeVisible();
      await expectAccessible();

      const slider = weightOn(page, language);
      await slider.focus();
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await expect(slider).toHaveValue("19");
      await page.keyboard.press("Backspace");
      await expect(slider).toHaveValue(POINTS);
      await page.keyboard.type(BECOMES);
      await page.keyboard.press("Enter");
      await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`${BECOMES}.*${POINTS}`));
      await page.keyboard.press("Control+z");
      await expect(slider).toHaveValue(POINTS);
      await page.keyboard.press("Control+Shift+z");
      await expect(slider).toHaveValue(BECOMES);
      await expectSaved(page, language);

      await page.reload();
      await expect(slider).toHaveValue(BECOMES);
      const difference = new RegExp(`${criterion}.* ${POINTS} ${BECOMES} `);
      await expect(page.getByRole("main")).toContainText(difference);
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByLabel(words.publish.note).fill(`The trade says less (${locale})`);
      await expectAccessible();
      await page.getByRole("button", { name: fill(words.publish.confirm, { number }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);

      const newest = (await openVersions(page)).first();
      await expect(newest.getByText(words.versions.inForce)).toBeVisible(PASS);
      await expect(newest).toContainText(fill(words.versions.version, { number }));
      await expect(newest).toContainText(`The trade says less (${locale})`);
      await expect(newest).toContainText(difference);
      await expect(newest).toContainText(moved, PASS);
      expect(await countLeads(page)).not.toEqual(before);

      const earlier = (await openVersions(page)).nth(1);
      await earlier.getByRole("button", { name: fill(words.return.open, { number: old }) }).click();
      await expect(newest).toContainText(fill(words.versions.returnsTo, { number: old }));
      // The button is gone; one stands at the news of what it did.
      const news = page.locator("#pass");
      await expect(news).toBeFocused();
      await expect(newest.getByText(words.versions.inForce)).toBeVisible(PASS);
      // The one press is taken back by another, and that again.
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expectAccessible();
      await page.getByRole("button", { name: words.return.undo }).click();
      await expect(newest).toContainText(fill(words.versions.returnsTo, { number }));
      await expect(news).toBeFocused();
      await expect(newest.getByText(words.versions.inForce)).toBeVisible(PASS);
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await page.getByRole("button", { name: words.return.undo }).click();
      await expect(newest).toContainText(fill(words.versions.returnsTo, { number: number + 1 }));
      await expect(newest.getByText(words.versions.inForce)).toBeVisible(PASS);
      // Its own page says so too, and the page of another does not.
      const inForce = page.getByRole("main").getByText(words.versions.inForce, { exact: true });
      await newest.getByRole("link", { name: fill(words.versions.version, { number: number + 3 }) }).click();
      await page.waitForURL(`**/versions/${number + 3}*`);
      await expect(inForce).toBeVisible();
      await page.goto(`/model/versions/${number}`);
      await expect(page.getByText(`The trade says less (${locale})`)).toBeVisible();
      await expect(inForce).toBeHidden();
      expect(await countLeads(page)).toEqual(before);
    });

    test("may drop a draft, and two hands on one draft lose nothing", async ({ page, context, expectAccessible }) => {
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const slider = (at: Page) => weightOn(at, language);
      await expect(slider(page)).toHaveValue(POINTS);
      const other = patient(await context.newPage());
      await other.goto("/model");
      await slider(other).focus();
      await other.keyboard.press("ArrowRight");
      await expect(slider(other)).toHaveValue("26");
      await expectSaved(other, language);
      await other.close();

      // The rules are a long list: the question is in sight wherever it is scrolled to.
      await page.getByRole("button", { name: words.addGroup }).last().scrollIntoViewIfNeeded();
      await slider(page).focus();
      await page.keyboard.press("ArrowLeft");
      const reload = page.getByRole("button", { name: words.conflict.reload });
      await expect(reload).toBeInViewport();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByRole("button", { name: words.addGroup }).last().scrollIntoViewIfNeeded();
      await expect(reload).toBeInViewport();
      await page.setViewportSize({ width: 1280, height: 720 });
      await reload.click();
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
