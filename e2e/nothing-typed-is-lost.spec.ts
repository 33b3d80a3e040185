import type { Page } from "@playwright/test";
import { memberOf, REPS } from "../db/seed/team.ts";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expect, patient, signIn, signInOf, test } from "./fixtures/test.ts";
import { openList } from "./fixtures/today-list.ts";

const DATE = "Thursday 12 March";
const LANGUAGES = [
  { locale: "nl-NL", words: nl },
  { locale: "en-GB", words: en },
] as const;
const NOTE = "wants a quote";
const colleague = REPS.find(({ email }) => email !== memberOf("rep").email);
if (!colleague) throw new Error("The demo has more than one rep.");

test.use({ role: "rep", locale: "en-GB" });

for (const { locale, words } of LANGUAGES) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("two reps accept the same lead at once: one gets it, the other is told, and keeps the words", async ({
      page,
      browser,
      baseURL,
      installation,
    }) => {
      // The browser of who is late reports the status of a page that is gone.
      page.removeAllListeners("console");
      const { leadId, name } = await installation.findFreeLead();
      const password = "a few unrelated words";
      await installation.letSignIn(colleague.email, password);
      const other = patient(await browser.newPage({ baseURL: baseURL ?? "", locale, storageState: undefined }));
      await signIn(other, { email: colleague.email, password }, words);
      const both = [page, other];
      for (const each of both) {
        await each.goto(`/leads/${leadId}`);
        await each.getByLabel(words.today.note).fill(NOTE);
        await each.keyboard.press("Escape");
        await each.getByRole("heading", { level: 1, name }).click();
      }
      await Promise.all(both.map((each) => each.keyboard.press("a")));

      const accepted = (each: typeof page) =>
        each.getByRole("status").filter({ hasText: words.dispositions.done.accepted }).isVisible();
      await expect.poll(async () => (await Promise.all(both.map(accepted))).filter(Boolean).length).toBe(1);
      const late = (await accepted(page)) ? other : page;
      await expect(late.getByRole("heading", { name: words.lead.missing.title })).toBeVisible();
      await expect(late.getByRole("listitem").filter({ hasText: NOTE })).toContainText(name);
      await late.getByRole("button", { name: words.dispositions.stray.putAway }).click();
      await expect(late.getByText(NOTE)).toHaveCount(0);
      await other.context().close();
    });
  });
}

test("a lead that a colleague got meanwhile says so, and the words stay", async ({ page, installation }) => {
  const list = await openList(page, DATE);
  const name = await list.current();
  const leadId = await idInHand(page, name);
  await page.getByLabel(en.today.note).fill(NOTE);
  await page.keyboard.press("Escape");
  await installation.giveTo(leadId, colleague.email);
  await page.keyboard.press("c");
  await expect(page.getByRole("alert").filter({ hasText: en.refusals.reasons.lead_taken })).toContainText(name);
  const words = page.getByRole("listitem").filter({ hasText: NOTE });
  await expect(words).toContainText(name);
  await expect(list.row(name)).toHaveCount(0);
  await words.getByRole("button", { name: en.dispositions.stray.putAway }).click();
  await expect(words).toHaveCount(0);
  await installation.giveTo(leadId, memberOf("rep").email);
});

test("a lead that was deleted meanwhile says so, and the words stay", async ({ page, installation }) => {
  const list = await openList(page, DATE);
  await page.keyboard.press("End");
  const name = await list.current();
  const leadId = await idInHand(page, name);
  await page.getByLabel(en.today.note).fill(NOTE);
  await page.keyboard.press("Escape");
  await installation.deleteLead(leadId);
  await page.keyboard.press("c");
  await expect(page.getByRole("alert").filter({ hasText: en.refusals.reasons.lead_deleted })).toContainText(name);
  const words = page.getByRole("listitem").filter({ hasText: NOTE });
  await expect(words).toContainText(name);
  await expect(list.row(name)).toHaveCount(0);
  await words.getByRole("button", { name: en.dispositions.stray.putAway }).click();
  await expect(words).toHaveCount(0);
});

test("after signing in again the words are still there", async ({ page, context }) => {
  // The browser reports the answers that ask for a sign-in.
  page.removeAllListeners("console");
  const list = await openList(page, DATE);
  const before = await list.count();
  const name = await list.current();
  await page.getByLabel(en.today.note).fill(NOTE);
  await page.keyboard.press("Escape");
  await context.clearCookies();
  await page.keyboard.press("n");
  const refusal = page.getByRole("alert").filter({ hasText: en.refusals.codes.unauthenticated });
  await expect(refusal).toContainText(name);
  await refusal.getByRole("link", { name: en.today.notice.signIn }).click();
  await page.waitForURL(/sign-in/);
  const { email, password } = await signInOf("rep");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/today/);
  await list.name(name).click();
  await expect(page.getByLabel(en.today.note)).toHaveValue(NOTE);
  await expect.poll(list.count).toBe(before);
  await page.getByLabel(en.today.note).fill("");
});

/** The lead that is selected on the list. */
async function idInHand(page: Page, name: string): Promise<number> {
  const address = await page.getByRole("complementary").getByRole("link", { name, exact: true }).getAttribute("href");
  return Number(address?.split("/").at(-1));
}
