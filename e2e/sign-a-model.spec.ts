import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expectSaved, fill, LANGUAGES, openVersions, PASS, POINTS, test, weightOn } from "./fixtures/model.ts";
import { requireSignOff } from "./fixtures/sign-off.ts";
import { expect, expectFitsPhone, untilIdle } from "./fixtures/test.ts";

const REVIEW = { "nl-NL": nl.review, "en-GB": en.review };
const SALES = fill(en.review.signOff.signFor, { act: en.review.signOff.sign, side: en.review.signOff.sides.sales });

test.afterEach(async ({ openAs }) => requireSignOff(await openAs("manager"), false));

for (const language of LANGUAGES) {
  const { locale, words, criterion } = language;
  const { signOff, comments } = REVIEW[locale];
  const lines = (side: "marketing" | "sales") => ({
    sign: fill(signOff.signFor, { act: signOff.sign, side: signOff.sides[side] }),
    signAgain: fill(signOff.signFor, { act: signOff.signAgain, side: signOff.sides[side] }),
    withdraw: fill(signOff.withdrawFor, { side: signOff.sides[side] }),
    void: fill(signOff.void, { side: signOff.sides[side] }),
  });

  test.describe(`in ${locale}`, () => {
    test.use({ role: "marketer", locale });

    test("a marketer drafts, says why and asks; marketing and sales sign; an edit voids both; they sign again, and it is published", async ({
      page,
      openAs,
      expectAccessible,
    }) => {
      // Two people and two passes over all leads.
      test.slow();
      const manager = await openAs("manager");
      await requireSignOff(manager, true);
      const old = await (await openVersions(page)).count();
      const number = old + 1;
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const publish = page.getByRole("button", { name: words.publish.open });
      const slider = weightOn(page, language);
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expectSaved(page, language);
      await expect(publish).toBeDisabled();

      // What is said of a criterion stands at it, in the list, and behind the sentence of its change.
      await page.getByRole("button", { name: new RegExp(`^${criterion}`) }).click();
      await page.getByRole("textbox", { name: fill(comments.bodyOn, { topic: criterion }) }).fill("Reps ask for this");
      await page.getByRole("textbox", { name: fill(comments.bodyOn, { topic: criterion }) }).press("Control+Enter");
      await expect(page.getByRole("link", { name: fill(comments.numbered, { number: 1 }) })).toBeVisible();
      await expect(page.getByText("Reps ask for this")).toHaveCount(2);
      await expectAccessible();
      await page.getByRole("button", { name: new RegExp(`^${criterion}`) }).click();

      const marketing = lines("marketing");
      const sales = lines("sales");
      await page.getByRole("button", { name: signOff.request }).click();
      await page.getByRole("button", { name: marketing.sign }).click();
      await expect(page.getByRole("button", { name: marketing.withdraw })).toBeVisible();
      await expect(page.getByRole("button", { name: sales.sign })).toHaveCount(0);
      await expect(publish).toBeDisabled();

      await manager.goto("/model");
      await expect(manager.getByRole("link", { name: `Model , ${en.review.signOff.asked}` })).toBeVisible();
      await expect(manager.getByText("Reps ask for this")).toBeVisible();
      await manager.getByRole("button", { name: SALES }).click();
      await expect(manager.getByText(en.review.signOff.complete)).toBeVisible();

      // The page of the one tells of the other's signature by itself.
      await expect(page.getByText(signOff.complete)).toBeVisible({ timeout: 25_000 });
      await expect(publish).toBeEnabled();
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expect(page.getByText(marketing.void)).toBeVisible();
      await expect(page.getByText(sales.void)).toBeVisible();
      await expect(publish).toBeDisabled();
      await expectAccessible();
      // A signature is on what the draft says: taken back, it says that again.
      await page.keyboard.press("Control+z");
      await expect(page.getByText(signOff.complete)).toBeVisible();
      await expect(publish).toBeEnabled();
      await page.keyboard.press("Control+Shift+z");
      await expect(publish).toBeDisabled();
      await expectSaved(page, language);

      await page.getByRole("button", { name: marketing.signAgain }).click();
      await expect(page.getByRole("button", { name: marketing.withdraw })).toBeVisible();
      // Who only reads is shown the draft as it is now, and signs that.
      const becomes = String(Number(POINTS) + 2);
      await expect(manager.getByRole("region", { name: /^Draft/ })).toContainText(becomes, { timeout: 25_000 });
      // It came under the reader's hand: it is to be seen before it is signed.
      await expect(manager.getByText(en.review.draft.signOnceSeen)).toBeVisible();
      await expect(manager.getByRole("button", { name: SALES })).toHaveCount(0);
      await manager.getByRole("button", { name: en.review.draft.seen, exact: true }).click();
      await manager.getByRole("button", { name: SALES }).click();
      await expect(manager.getByText(en.review.signOff.complete)).toBeVisible();
      await page.reload();
      await publish.click();
      await page.getByLabel(words.publish.note).fill(`Both agree (${locale})`);
      await page.getByRole("button", { name: fill(words.publish.confirm, { number }) }).click();
      await expect(page.getByText(words.pass.in_force)).toBeVisible(PASS);

      const newest = (await openVersions(page)).first();
      await expect(newest).toContainText("Lotte Aerts");
      await expect(newest).toContainText("Daan Willems");
      await expectAccessible();
      await newest.getByRole("link", { name: fill(words.versions.version, { number }) }).click();
      await expect(page.getByRole("heading", { name: comments.title })).toBeVisible();
      await expect(page.getByText("Reps ask for this")).toBeVisible();
      await expect(page.getByText(REVIEW[locale].since.young)).toBeVisible();
      await expectAccessible();

      // The way back needs nobody's signature.
      const before = (await openVersions(page)).nth(1);
      await before.getByRole("button", { name: fill(words.return.open, { number: old }) }).click();
      await expect(newest).toContainText(fill(words.versions.returnsTo, { number: old }));
      await expect(newest.getByText(words.versions.inForce)).toBeVisible(PASS);
    });
  });
}

test.describe("an admin", () => {
  test.use({ role: "admin" });

  test("signs for one side, never for both; a rep reads and comments, and signs for none", async ({
    page,
    openAs,
    expectAccessible,
  }) => {
    const { signOff, comments } = en.review;
    const words = en.model;
    const line = (side: "marketing" | "sales") =>
      page.getByRole("button", { name: fill(signOff.signFor, { act: signOff.sign, side: signOff.sides[side] }) });
    await requireSignOff(page, true);
    await page.goto("/model");
    await page.getByRole("button", { name: words.startDraft }).click();
    const slider = page.getByRole("slider", {
      name: fill(words.of, { subject: "Sends out mechanics", part: words.points }),
    });
    await expect(slider).toHaveValue(POINTS);
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(line("marketing")).toBeVisible();
    await expect(page.getByRole("link", { name: signOff.settings })).toBeVisible();
    await expectAccessible();
    await line("sales").click();
    await expect(page.getByText(signOff.youSigned)).toBeVisible();
    await expect(line("marketing")).toHaveCount(0);

    const rep = await openAs("rep");
    await rep.goto("/model");
    await expect(rep.getByRole("button", { name: new RegExp(signOff.sign) })).toHaveCount(0);
    await rep.getByLabel(comments.topic).selectOption({ label: "the thresholds" });
    await rep.getByRole("textbox", { name: comments.body, exact: true }).fill("I would still call Ruben today.");
    await rep.getByRole("button", { name: comments.send, exact: true }).click();
    await expect(rep.getByText("I would still call Ruben today.")).toBeVisible();
    await expectFitsPhone(rep);
    await page.reload();
    await page.keyboard.press("m");
    await untilIdle(page);
    const act = (name: string) =>
      fill(comments.ofComment, { act: name, name: "Femke Jansen", topic: "the thresholds" });
    await page.getByRole("button", { name: act(comments.resolve) }).click();
    await expect(page.getByText("1 resolved")).toBeVisible();
    await rep.reload();
    await rep.getByText("1 resolved").click();
    await rep.getByRole("button", { name: act(comments.delete) }).click();
    await expect(rep.getByText("I would still call Ruben today.")).toHaveCount(0);

    await page.getByRole("button", { name: words.discard.open }).click();
    await expect(page.getByText("Also lost: 1 signature.")).toBeVisible();
    await page.getByRole("button", { name: words.discard.confirm }).click();
    await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
  });
});
