import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expectSaved, fill, LANGUAGES, openVersions, PASS, test, weightOn } from "./fixtures/model.ts";
import { expect, signIn, signInOf } from "./fixtures/test.ts";

test.use({ role: "marketer" });

const REVIEW = { "nl-NL": nl.review, "en-GB": en.review };

for (const language of LANGUAGES) {
  const { locale, words } = language;
  const { outdated } = REVIEW[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a version published while a draft was made is shown, with who and what, before the draft replaces it", async ({
      page,
      installation,
      expectAccessible,
    }) => {
      const old = await (await openVersions(page)).count();
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const slider = weightOn(page, language);
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expectSaved(page, language);

      await installation.publishElsewhere({ mix: { fit: 35, engagement: 65 } }, "Sales wants behaviour to weigh more");
      // The page does not know of it: the server says so.
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByRole("button", { name: fill(words.publish.confirm, { number: old + 1 }) }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText("Sales wants behaviour to weigh more")).toBeVisible();
      await expect(dialog).toContainText(words.versions.byCommandLine);
      await expect(dialog).toContainText(outdated.differs);
      const confirm = dialog.getByRole("button", { name: fill(words.publish.confirm, { number: old + 2 }) });
      await expect(confirm).toBeDisabled();
      await expectAccessible();
      await dialog.getByRole("checkbox", { name: fill(outdated.confirm, { number: old + 1 }) }).check();
      await confirm.click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);

      const versions = await openVersions(page);
      await expect(versions).toHaveCount(old + 2);
      await versions
        .nth(2)
        .getByRole("button", { name: fill(words.return.open, { number: old }) })
        .click();
      await expect(versions.first()).toContainText(fill(words.versions.returnsTo, { number: old }));
      await expect(versions.first().getByText(words.versions.inForce)).toBeVisible(PASS);
    });

    test("a connection that is lost while a draft is edited loses nothing", async ({ page, context }) => {
      // The browser reports what it cannot reach on its console.
      page.removeAllListeners("console");
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const slider = weightOn(page, language);
      const was = Number(await slider.inputValue());
      await context.setOffline(true);
      await slider.focus();
      await page.keyboard.press("Shift+ArrowRight");
      await expect(page.getByRole("status").filter({ hasText: words.save.unreachable })).toBeVisible();
      await page.keyboard.press("ArrowRight");
      await expect(slider).toHaveValue(String(was + 6));
      await page.getByRole("button", { name: words.publish.open }).click();
      await page.getByRole("dialog").getByRole("button", { name: /\d/ }).click();
      await expect(page.getByRole("dialog").getByText(words.publish.notSaved)).toBeVisible();
      await page.keyboard.press("Escape");
      await context.setOffline(false);
      await expectSaved(page, language);
      await page.reload();
      await expect(slider).toHaveValue(String(was + 6));

      // Who goes on by a link before the step was saved finds it when they come back.
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await page.locator("header a[href='/matrix']").first().click();
      await page.waitForURL("**/matrix**");
      await page.goto("/model");
      await expect(slider).toHaveValue(String(was + 7));
      await expectSaved(page, language);

      // With nothing left to save, the answer of the publish or the discard itself is what fails to come.
      const dialog = page.getByRole("dialog");
      await context.setOffline(true);
      await page.getByRole("button", { name: words.publish.open }).click();
      const publish = dialog.getByRole("button", { name: /\d/ });
      await dialog.getByLabel(words.publish.note).fill("Agreed");
      await publish.click();
      await expect(dialog.getByText(words.noAnswer)).toBeVisible();
      await expect(publish).toBeEnabled();
      await expect(dialog.getByLabel(words.publish.note)).toHaveValue("Agreed");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: words.discard.open }).click();
      const discard = dialog.getByRole("button", { name: words.discard.confirm });
      await discard.click();
      await expect(dialog.getByText(words.noAnswer)).toBeVisible();
      await context.setOffline(false);
      await discard.click();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
    });
  });
}

test("a comment that is being written outlives a reload and the end of a session", async ({ page, context }) => {
  const [, { words }] = LANGUAGES;
  const { comments } = en.review;
  // The browser reports the answers that ask for a sign-in.
  page.removeAllListeners("console");
  await page.goto("/model");
  await page.getByRole("button", { name: words.startDraft }).click();
  const panel = page.getByRole("region", { name: comments.title, exact: true });
  const field = panel.getByRole("textbox", { name: comments.body, exact: true });
  await panel.getByLabel(comments.topic).selectOption({ label: comments.parts.mix });
  await field.fill("Sales wants behaviour to weigh more");
  await page.reload();
  await expect(field).toHaveValue("Sales wants behaviour to weigh more");
  await expect(panel.getByLabel(comments.topic).locator("option:checked")).toHaveText(comments.parts.mix);

  await context.clearCookies();
  await field.press("Control+Enter");
  await expect(panel.getByRole("alert")).toBeVisible();
  await signIn(page, await signInOf("marketer"));
  await page.goto("/model");
  await expect(field).toHaveValue("Sales wants behaviour to weigh more");
  await field.press("Control+Enter");
  await expect(panel.getByRole("listitem").filter({ hasText: "Sales wants behaviour to weigh more" })).toBeVisible();
  await expect(field).toHaveValue("");
  await page.reload();
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: words.discard.open }).click();
  await page.getByRole("button", { name: words.discard.confirm }).click();
  await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
});
