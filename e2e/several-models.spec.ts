import type { Locator, Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expectSaved, fill, LANGUAGES, PASS, test } from "./fixtures/model.ts";
import { expect, expectFitsPhone } from "./fixtures/test.ts";

test.use({ role: "marketer" });
test.setTimeout(120_000);

const CATALOGUES = { "nl-NL": nl, "en-GB": en } as const;

for (const language of LANGUAGES) {
  const { locale, words } = language;
  const { models, newModel, fields, matrix } = CATALOGUES[locale];
  test.describe(`a marketer, in ${locale},`, () => {
    test.use({ locale });

    test("adds a model for some leads, puts it before the other, publishes it and retires it", async ({
      page,
      expectAccessible,
    }) => {
      const name = `Duitsland ${locale}`;
      await page.goto("/model");
      await page.getByRole("main").getByRole("link", { name: words.allModels }).click();
      await expectAccessible();
      const before = await countOf(row(page, 0));
      await page.getByRole("link", { name: models.add }).click();
      const five = page.getByRole("listitem").filter({ hasText: newModel.template.five.name });
      await five.getByRole("button", { name: newModel.begin }).click();
      await expect(page.getByRole("heading", { level: 1, name: fill(words.draftTitle, { number: 1 }) })).toBeVisible();

      const settings = page.getByRole("region", { name: words.settingsTitle });
      await settings.getByRole("button", { name: words.label.oneForAll }).click();
      await settings.getByRole("textbox", { name: words.modelName }).fill(name);
      await settings.getByRole("button", { name: words.segmentAdd }).click();
      await settings.getByRole("combobox", { name: words.condition.field }).selectOption({ label: fields.country });
      await settings.getByRole("combobox", { name: words.condition.how }).selectOption({ label: words.ops.equals });
      await settings.getByRole("textbox", { name: words.condition.value }).fill("DE");
      await expectSaved(page, language);
      // The other model takes all leads, so none is left for it.
      await expect(settings).toContainText(/\D0 (of|van de) /, PASS);

      await page.goto("/model/models");
      await expect(row(page, 1)).toContainText(name);
      await expect(page.getByText(models.takesAll)).toBeVisible();
      // By the keyboard.
      await row(page, 1).getByRole("button", { name: models.earlier }).focus();
      await page.keyboard.press("Enter");
      await expect(row(page, 0)).toContainText(name);
      await expectAccessible();
      await page.getByRole("button", { name: models.order.open }).click();
      await page.getByRole("button", { name: models.order.confirm }).click();
      await expect(page.getByText(models.moved)).toBeHidden();
      await expect(row(page, 0)).toContainText(models.neverPublished);

      await row(page, 0).getByRole("link", { name }).click();
      const heading = page.getByRole("heading", { name: /leads, live/ });
      await expect(heading).toBeVisible(PASS);
      await expect(heading).not.toContainText(/^0 /, PASS);
      const reached = digits((await heading.textContent()) ?? "");
      expect(reached).toBeGreaterThan(500);
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByRole("button", { name: fill(words.publish.confirm, { number: 1 }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expectAccessible();

      await page.goto("/model/models");
      expect(await countOf(row(page, 0))).toBe(reached);
      expect(await countOf(row(page, 1))).toBe(before - reached);
      await page.goto("/matrix");
      await page.getByRole("combobox", { name: matrix.model }).click();
      await expect(page.getByRole("option", { name: new RegExp(name) })).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Escape");

      await page.goto("/model/versions");
      await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
      const strip = page.getByRole("navigation", { name: models.title });
      await strip.getByRole("link", { name: "Inbound" }).click();
      await expect(page.getByRole("main").getByRole("listitem").nth(1)).toBeVisible();
      await expect(page).toHaveURL(/model=\d/);

      await page.goto("/model/models");
      await row(page, 0).getByRole("button", { name: models.retire.open }).click();
      await page.getByRole("button", { name: models.retire.confirm }).click();
      const retired = page.getByRole("region", { name: models.retired });
      await expect(retired).toContainText(name);
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);
      await expect.poll(() => countOf(row(page, 0)), PASS).toBe(before);
      await expectAccessible();
      await expectFitsPhone(page);
      await retired.getByRole("link", { name }).click();
      await expect(page.getByText(models.retiredOn.split(" {")[0] ?? "")).toBeVisible();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeHidden();
    });
  });
}

test.describe("a rep", () => {
  test.use({ role: "rep" });

  test("reads which models there are, and changes none", async ({ page, expectAccessible }) => {
    await page.goto("/model/models");
    await expect(page.getByRole("heading", { level: 1, name: en.models.title })).toBeVisible();
    await expect(page.getByRole("button", { name: en.models.retire.open })).toHaveCount(0);
    await expect(page.getByRole("link", { name: en.models.add })).toHaveCount(0);
    await expectAccessible();
    for (const path of ["/model/new", "/model/new/guide"])
      expect((await page.request.get(path)).status(), path).toBe(403);
  });
});

/** A model of the list, by its place. */
function row(page: Page, place: number): Locator {
  return page.getByRole("main").locator("ol").first().locator("> li").nth(place);
}

async function countOf(of: Locator): Promise<number> {
  return digits((await of.locator("> p").last().textContent()) ?? "");
}

function digits(text: string): number {
  return Number(text.replace(/\D/g, ""));
}
