import { expectSaved, fill, LANGUAGES, openVersions, PASS, test } from "./fixtures/model.ts";
import { expect } from "./fixtures/test.ts";

test.use({ role: "marketer" });

/** The clock of the tests stands at 12 March 2026. */
const TOMORROW = "2026-03-13";
/** As sentences tell days. */
const DAYS = {
  "nl-NL": { tomorrow: "13 maart 2026", first: "1 maart 2026" },
  "en-GB": { tomorrow: "13 March 2026", first: "1 March 2026" },
} as const;
const LAST_DAY = "2026-04-30";

for (const language of LANGUAGES) {
  const { locale, words, criterion, moved } = language;
  test.describe(`a marketer, in ${locale},`, () => {
    test.use({ locale });

    test("gives a rule a season that begins tomorrow: leads move at once, are published so, and come back", async ({
      page,
      expectAccessible,
    }) => {
      const old = await (await openVersions(page)).count();
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible(PASS);
      await page.getByRole("button", { name: new RegExp(`^${criterion}`) }).click();
      const day = (part: string) => page.getByLabel(fill(words.of, { subject: criterion, part }));
      await day(words.season.until).fill(LAST_DAY);
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible(PASS);
      await day(words.season.from).fill(TOMORROW);
      await expect(page.getByRole("table", { name: words.preview.movesCaption })).toBeVisible(PASS);
      await expect(page.getByRole("main")).toContainText(new RegExp(`${criterion}.*${DAYS[locale].tomorrow}`));
      await expectAccessible();

      // A season that ends before it begins is told at its place, and cannot be published.
      await day(words.season.until).fill("2026-03-01");
      await expect(page.getByRole("button", { name: words.publish.open })).toBeDisabled();
      await expect(page.getByRole("alert").filter({ hasText: DAYS[locale].first })).toBeVisible();
      await day(words.season.until).fill(LAST_DAY);
      await expectSaved(page, language);
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByRole("button", { name: fill(words.publish.confirm, { number: old + 1 }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expect((await openVersions(page)).first()).toContainText(moved, PASS);

      const versions = await openVersions(page);
      await versions
        .nth(1)
        .getByRole("button", { name: fill(words.return.open, { number: old }) })
        .click();
      await expect(versions.first()).toContainText(fill(words.versions.returnsTo, { number: old }));
      await expect(versions.first().getByText(words.versions.inForce)).toBeVisible(PASS);
    });
  });
}
