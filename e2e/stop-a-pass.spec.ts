import { countLeads, fill, LANGUAGES, type Language, openVersions, PASS, test, weightOn } from "./fixtures/model.ts";
import { expect } from "./fixtures/test.ts";

test.use({ role: "marketer" });

const [, english] = LANGUAGES;

for (const language of LANGUAGES) {
  const { locale, words, moved } = language;
  test.describe(`a pass that is under way, in ${locale},`, () => {
    test.use({ locale });

    test("is stopped by who published; the scores stay, and all who look on see it", async ({
      page,
      openAs,
      installation,
      expectAccessible,
    }) => {
      const before = await countLeads(page);
      const old = await (await openVersions(page)).count();
      const [published, returned] = [old + 1, old + 2];
      const wayBack = (from: Language) => fill(from.words.return.open, { number: old });
      const admin = await openAs("admin");

      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      await weightOn(page, language).focus();
      await page.keyboard.press("Shift+ArrowLeft");
      await page.getByRole("button", { name: words.publish.open }).click();
      await installation.whilePassesWait(async () => {
        await page.getByRole("button", { name: fill(words.publish.confirm, { number: published }) }).click();
        await expect(page.getByRole("progressbar", { name: words.pass.label })).toBeVisible(PASS);
        await expect(page.getByText(words.pass.stop)).toBeVisible();
        await expectAccessible();

        const versions = await openVersions(admin);
        await expect(admin.getByRole("progressbar", { name: english.words.pass.label })).toBeVisible();
        await expect(versions.nth(1).getByText(english.words.versions.inForce)).toBeVisible();
        await expect(admin.getByRole("button", { name: wayBack(english) }).first()).toBeVisible();
        const rep = await openAs("rep");
        await rep.goto("/model");
        await expect(rep.getByRole("progressbar", { name: english.words.pass.label })).toBeVisible();
        await expect(rep.getByText(english.words.pass.stop)).toHaveCount(0);
        await expect(rep.getByRole("button", { name: wayBack(english) })).toHaveCount(0);

        await page.getByRole("button", { name: wayBack(language) }).click();
        await expect(page.getByText(words.pass.stop)).toHaveCount(0);
      });
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expect(page.getByRole("button", { name: fill(words.return.open, { number: published }) })).toHaveCount(0);

      const versions = await openVersions(page);
      await expect(versions.first()).toContainText(fill(words.versions.version, { number: returned }));
      await expect(versions.first()).toContainText(fill(words.versions.returnsTo, { number: old }));
      await expect(versions.first().getByText(words.versions.inForce)).toBeVisible(PASS);
      await expect(versions.nth(1)).not.toContainText(moved);
      await expect(admin.getByText(english.words.pass.in_force)).toBeVisible(PASS);
      const seen = admin.getByRole("main").getByRole("listitem").first();
      await expect(seen).toContainText(fill(english.words.versions.version, { number: returned }));
      expect(await countLeads(page)).toEqual(before);
    });
  });
}
