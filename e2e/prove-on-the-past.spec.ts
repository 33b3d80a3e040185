import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { LANGUAGES, PASS, test } from "./fixtures/model.ts";
import { expect } from "./fixtures/test.ts";

const CATALOGUES = { "nl-NL": nl, "en-GB": en } as const;
/** Leads go to sales by the line, without another cell. */
const SALES = {
  "nl-NL": /blijft elke lead in zijn vak\. \d+ gaa?n? weg bij sales, [1-9][\d.]* kom(t|en) erbij/,
  "en-GB": /every lead stays in its cell\. \d+ leaves? sales, [1-9][\d,]* enters?/,
} as const;
/** A field of the demo that most leads have no value in. */
const SELDOM = "trial_ends";

for (const { locale, words, criterion } of LANGUAGES) {
  const { past, fields } = CATALOGUES[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test.describe("as a marketer", () => {
      test.use({ role: "marketer" });

      test("a draft is held against the past, its line set by a target, its points suggested", async ({
        page,
        expectAccessible,
      }) => {
        await page.goto("/model");
        await page.getByRole("button", { name: words.startDraft }).click();
        const proof = page.getByRole("region", { name: past.title });
        const figures = proof.getByRole("table", { name: past.threshold.title });
        await expect(figures).toBeVisible(PASS);
        await expect(
          figures.getByRole("row", { name: new RegExp(`^${past.threshold.auc} 0[.,]\\d\\d`) }),
        ).toBeVisible();
        // The published version and a draft that is the same foretell the same, once the draft's own past is measured.
        await expect(
          figures.getByRole("row", { name: new RegExp(`^${past.threshold.caught} (\\d+) \\1 –`) }),
        ).toBeVisible(PASS);

        // What one rule is worth.
        await page.getByRole("button", { name: criterion, exact: true }).click();
        const evidence = page.getByRole("region", { name: past.evidence });
        await expect(evidence.getByText(/\d+ (of|van) \d+/).first()).toBeVisible();
        await expectAccessible();

        // The line to sales from how many customers are to be caught.
        await page.getByRole("textbox", { name: past.target.catchLabel }).fill("70");
        await page.keyboard.press("Enter");
        const set = page.getByRole("button", { name: new RegExp(past.target.set.split("{")[0] ?? "") });
        await set.click();
        await expect(page.getByRole("radio", { name: words.qualifiesByScore })).toBeChecked();
        await expect(
          figures.getByRole("row", { name: new RegExp(`^${past.threshold.caught} (\\d+) (?!\\1 )\\d+`) }),
        ).toBeVisible();

        // Every lead stays in its cell, and yet more of them are handed over.
        await expect(page.getByText(SALES[locale])).toBeVisible();

        // Points that the past asks for are a change of the draft, and one step back.
        await page.getByRole("button", { name: past.suggest.open }).click();
        const dialog = page.getByRole("dialog", { name: past.suggest.title });
        await expect(dialog.getByText(/ 0[.,]\d{3} /)).toBeVisible(PASS);
        const before = await pointsOf(page, words.points);
        await expectAccessible();
        await dialog.getByRole("button", { name: past.suggest.take }).click();
        await expect(dialog).toBeHidden();
        await expect.poll(() => pointsOf(page, words.points)).not.toEqual(before);
        await page.keyboard.press("Control+z");
        await expect.poll(() => pointsOf(page, words.points)).toEqual(before);

        await page.getByRole("button", { name: words.discard.open }).click();
        await page.getByRole("button", { name: words.discard.confirm }).click();
        await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
      });
    });

    test.describe("as who makes a rule", () => {
      test.use({ role: "marketer" });

      test("a rule that fires on all leads, on none, or rests on a field that few have, says so", async ({
        page,
        installation,
        expectAccessible,
      }) => {
        await installation.forgetPreviews();
        await page.goto("/model");
        await page.getByRole("button", { name: words.startDraft }).click();
        await page
          .getByRole("button", { name: words.addTo.split("{")[0], exact: false })
          .first()
          .click();
        await page.getByRole("menuitem", { name: words.kind.attribute }).click();
        const evidence = page.getByRole("region", { name: past.evidence });
        const how = page.getByRole("combobox", { name: words.condition.how });
        const field = page.getByRole("combobox", { name: words.condition.field });
        const button = (name: string) => page.getByRole("button", { name, exact: true });

        await field.selectOption({ label: fields.country });
        await how.selectOption({ label: words.ops.equals });
        await page.getByRole("textbox", { name: words.condition.value }).fill("ZZ");
        await expect(evidence).toContainText(past.neverFires, PASS);

        // Filled in or not: that holds for a lead whatever is known of it.
        await how.selectOption({ label: words.ops.is_set });
        await button(words.condition.join.any).click();
        await field.nth(1).selectOption({ label: fields.country });
        await how.nth(1).selectOption({ label: words.ops.is_set });
        await button(words.condition.turn).nth(1).click();
        await expect(evidence).toContainText(past.firesOnAll, PASS);
        await expect(evidence).not.toContainText(past.neverFires);

        await button(words.condition.remove).nth(1).click();
        await field.selectOption(SELDOM);
        await expect(evidence).toContainText(
          new RegExp(past.seldomFilled.replace("{share}", "([1-9]|[1-4]\\d)\\s?%")),
          PASS,
        );
        await expect(evidence).not.toContainText(past.neverFires);
        await expectAccessible();

        await page.getByRole("button", { name: words.discard.open }).click();
        await page.getByRole("button", { name: words.discard.confirm }).click();
        await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
      });
    });

    test.describe("as a rep", () => {
      test.use({ role: "rep" });

      test("the past of the version in force is there to read, and nothing of it to change", async ({ page }) => {
        await page.goto("/model");
        const proof = page.getByRole("region", { name: past.title });
        await expect(proof.getByRole("table", { name: past.threshold.title })).toBeVisible(PASS);
        // Nobody works on a draft.
        await expect(proof).not.toContainText(new RegExp(past.threshold.draft, "i"));
        await expect(proof.getByRole("button")).toHaveCount(0);
      });
    });
  });
}

/** The points of all criteria, from the top. */
function pointsOf(page: Page, points: string): Promise<string[]> {
  return page
    .locator(`input[type=range][aria-label$="${points}"]`)
    .evaluateAll((all) => all.map((each) => (each instanceof HTMLInputElement ? each.value : "")));
}
