import { memberOf } from "../db/seed/team.ts";
import { expectSaved, fill, LANGUAGES, PASS, test } from "./fixtures/model.ts";
import { expect, expectFitsPhone } from "./fixtures/test.ts";

test.use({ role: "marketer" });

for (const language of LANGUAGES) {
  const { locale, words } = language;
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a marketer tries a draft on one lead by the keyboard, and sends it to a colleague", async ({
      page,
      installation,
      openAs,
      expectAccessible,
    }) => {
      const [lead] = await installation.findQuietLeads(memberOf("rep").email);
      if (!lead) throw new Error("No lead of the demo is quiet.");
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      // The page to read has the same search.
      await expect(page.getByRole("button", { name: words.discard.open })).toBeVisible();
      const section = page.getByRole("region", { name: words.try.title });
      await section.getByRole("combobox", { name: words.try.search }).focus();
      await page.keyboard.type(lead.name);
      const found = section.getByRole("option", { name: lead.name }).first();
      await expect(found).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Enter");
      const ledger = section.getByRole("table", { name: words.try.caption });
      await expect(ledger).toBeVisible();
      await expect(page).toHaveURL(/[?&]lead=\d+/);
      await expect(ledger.locator("tr[data-changed]")).toHaveCount(0);

      // Whoever fits has points for it: three of these cost one line of the table its difference.
      const line = ledger.getByRole("row").filter({ hasText: language.criterion });
      await page
        .getByRole("slider", { name: fill(words.of, { subject: language.criterion, part: words.points }) })
        .press("Shift+ArrowLeft");
      await expect(line).toHaveAttribute("data-changed", "true");
      await expect(line.getByRole("cell").last()).toHaveText(/^−5[.,]00$/);
      await expectSaved(page, language);
      await expectAccessible();
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible();
      await page.emulateMedia({ colorScheme: "light" });
      await expectFitsPhone(page);

      const colleague = await openAs("manager");
      await colleague.goto(new URL(page.url()).pathname + new URL(page.url()).search);
      await expect(colleague.getByRole("region", { name: "Try one lead" })).toContainText(lead.name);

      const objector = await installation.findObjector();
      await page.goto(`/model?lead=${objector}`);
      await expect(section).toContainText(words.try.objected);
      await expect(ledger).toHaveCount(0);
      const facts = await page.request.get(`/api/leads/${objector}/facts`);
      expect((await facts.json()).facts).toBeNull();

      await page.setViewportSize({ width: 1280, height: 720 });
      await section.getByRole("button", { name: words.try.clear }).click();
      await expect(section).toContainText(words.try.hint);
      await page.getByRole("button", { name: words.discard.open }).click();
      await page.getByRole("button", { name: words.discard.confirm }).click();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
    });
  });
}

test("a marketer reads who leaves the call lists of today, and tries the draft on one of them", async ({
  page,
  expectAccessible,
}) => {
  const { words } = LANGUAGES[1];
  await page.goto("/model");
  await page.getByRole("button", { name: words.startDraft }).click();
  const lists = page.getByRole("region", { name: words.lists.title });
  await expect(lists).toContainText(words.lists.same, PASS);
  const matrix = page.getByRole("region", { name: /leads, live/ });
  const threshold = matrix.getByRole("slider", { name: fill(words.opens, { axis: words.axes.engagement, band: "1" }) });
  await threshold.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("Shift+ArrowRight");
  const leaving = lists.getByRole("list", { name: words.lists.leave });
  await expect(leaving.getByRole("listitem").first()).toBeVisible();
  const name = await leaving.getByRole("listitem").first().getByRole("link").innerText();
  await leaving
    .getByRole("button", { name: fill(words.try.tryNamed, { name }) })
    .first()
    .click();
  await expect(page.getByRole("region", { name: words.try.title })).toContainText(name);
  await expectAccessible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: words.discard.open }).click();
  await page.getByRole("button", { name: words.discard.confirm }).click();
  await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
});
