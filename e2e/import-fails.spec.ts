import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

test.use({ role: "marketer" });

/** Words of the page in both languages. */
const LANGUAGES = [
  {
    locale: "en-GB",
    file: "File to import",
    start: "Import",
    because: (name: string) => `The file “${name}” is no longer there.`,
    written: "Nothing was written.",
    another: "Bring in another file",
  },
  {
    locale: "nl-NL",
    file: "Bestand om te importeren",
    start: "Importeren",
    because: (name: string) => `Het bestand ‘${name}’ is er niet meer.`,
    written: "Er is niets weggeschreven.",
    another: "Haal nog een bestand binnen",
  },
] as const;

for (const words of LANGUAGES) {
  test.describe(`in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test("an import that fails says why, and that nothing was written", async ({
      page,
      installation,
      expectAccessible,
    }) => {
      const name = `lost ${words.locale}.csv`;
      await page.goto("/data");
      const buffer = Buffer.from("email,last name\r\nlost@example.com,Lost\r\n");
      await page.getByLabel(words.file).setInputFiles({ name, mimeType: "text/csv", buffer });
      await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
      await installation.loseUpload(name);
      await page.getByRole("button", { name: words.start, exact: true }).click();

      await expect(page.getByRole("heading", { name: words.because(name) })).toBeVisible();
      await expect(page.getByText(words.written)).toBeVisible();
      await expectAccessible();
      await expectFitsPhone(page);
      await page.getByRole("link", { name: words.another }).click();
      await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(words.because(name));
    });
  });
}
