import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "marketer" });

/** Words of the page in both languages. */
const LANGUAGES = [
  {
    locale: "en-GB",
    mail: "en",
    file: "File to import",
    drop: "Drop a file with leads here, or",
    pick: "A file with leads from this device",
    finding: "8 columns of 8 have a place",
    budgetBecomes: "What Budget becomes",
    dates: "Order of dates: day first",
    field: "Employees",
    try: "Try without writing",
    would: "3 leads would come in, 1 row rejected",
    seen: "Sanne van Test",
    reason: "This is not an e-mail address",
    start: "Import",
    did: "3 leads in, 1 row rejected",
    scores: "The scores are up to date",
    download: "Download the rejected rows",
    another: "Bring in another file",
    wouldNot: "Nothing would change, 1 row rejected",
    didNot: "Nothing new, 1 row rejected",
    notCsv: "This is a JSON file. Import the data as a CSV file.",
  },
  {
    locale: "nl-NL",
    mail: "nl",
    file: "Bestand om te importeren",
    drop: "Sleep een bestand met leads hierheen, of",
    pick: "Een bestand met leads van dit apparaat",
    finding: "8 kolommen van de 8 hebben een plek",
    budgetBecomes: "Wat Budget wordt",
    dates: "Volgorde van datums: de dag eerst",
    field: "Medewerkers",
    try: "Proef zonder wegschrijven",
    would: "3 leads zouden erbij komen, 1 rij geweigerd",
    seen: "Sanne van Test",
    reason: "Dit is geen e-mailadres",
    start: "Importeren",
    did: "3 leads erbij, 1 rij geweigerd",
    scores: "De scores zijn bijgewerkt",
    download: "Download de geweigerde rijen",
    another: "Haal nog een bestand binnen",
    wouldNot: "Er zou niets veranderen, 1 rij geweigerd",
    didNot: "Niets nieuws, 1 rij geweigerd",
    notCsv: "Dit is een JSON-bestand. Importeer de gegevens als CSV-bestand.",
  },
] as const;

/** Four people as a spreadsheet in the Netherlands writes them; one has no e-mail address. */
function contacts(mail: string): Buffer {
  const lines = [
    "Voornaam;Achternaam;E-mailadres;Bedrijf;Plaats;Aangemaakt op;Budget;Teamgrootte",
    `Sanne;van Test;sanne.${mail}@kuipers-proef.example;Kuipers Proef;Breda;28.02.2026;40;12`,
    `Ruben;Claes;ruben.${mail}@claes-proef.example;Claes HVAC;Gent;01.03.2026;120;7`,
    `Niemand;Nergens;geen adres;Nergens;Urk;01.03.2026;9;1`,
    `Imke;"de ""Groot""";imke.${mail}@sluis-proef.example;Sluis;Hulst;02.03.2026;85;30`,
  ];
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

for (const words of LANGUAGES) {
  test.describe(`in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test("a marketer brings leads in, sees the bad row, and a second import changes nothing", async ({
      page,
      expectAccessible,
    }) => {
      const name = `contacts ${words.mail}.csv`;
      const upload = { name, mimeType: "text/csv", buffer: contacts(words.mail) };
      await page.goto("/data");
      await page.getByLabel(words.file).setInputFiles(upload);

      await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
      await expect(page.getByRole("heading", { name: words.finding })).toBeVisible();
      await expect(page.getByRole("combobox", { name: words.dates })).toBeVisible();
      await page.getByLabel(words.budgetBecomes).selectOption({ label: words.field });
      await expectAccessible();

      await page.getByRole("button", { name: words.try }).click();
      await expect(page.getByRole("heading", { name: words.would })).toBeVisible();
      await expect(page.getByText(words.reason)).toBeVisible();
      await expectAccessible();

      await page.reload();
      await expect(page.getByRole("heading", { name: words.would })).toBeVisible();
      await page.getByRole("button", { name: words.start, exact: true }).click();
      await expect(page.getByRole("heading", { name: words.did })).toBeVisible();
      await expect(page.getByText(words.scores)).toBeVisible();
      await expectAccessible();

      const downloading = page.waitForEvent("download");
      await page.getByRole("link", { name: words.download }).click();
      const rejected = await readFile(await (await downloading).path(), "utf8");
      expect(rejected).toContain(`Niemand,Nergens,geen adres,Nergens,Urk,01.03.2026,9,1,4,E-mailadres,geen adres,`);
      expect(rejected).toContain(words.reason);

      await page.getByRole("link", { name: words.another }).click();
      await expect(page.getByText(words.did).first()).toBeVisible();
      await page.getByLabel(words.file).setInputFiles(upload);
      await page.getByLabel(words.budgetBecomes).selectOption({ label: words.field });
      await page.getByRole("button", { name: words.try }).click();
      await expect(page.getByRole("heading", { name: words.wouldNot })).toBeVisible();
      await page.getByRole("button", { name: words.start, exact: true }).click();
      await expect(page.getByRole("heading", { name: words.didNot })).toBeVisible();

      await page.goto("/leads?q=kuipers-proef");
      await expect(page.getByText(words.seen).first()).toBeVisible();
    });

    test.describe("on a phone", () => {
      test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

      test("a file is picked: nobody drops one there", async ({ page }) => {
        await page.goto("/data");
        await expect(page.getByText(words.pick)).toBeVisible();
        await expect(page.getByText(words.drop)).toBeHidden();
      });
    });

    test("a file that is no CSV is refused with a sentence", async ({ page }) => {
      await page.goto("/data");
      const buffer = Buffer.from('{"leads": [{"email": "sanne@example.com"}]}');
      await page.getByLabel(words.file).setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer });
      await expect(page.getByRole("alert").filter({ hasText: words.notCsv })).toBeVisible();
    });
  });
}
