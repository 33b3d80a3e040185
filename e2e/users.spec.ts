import type { Page } from "@playwright/test";
import { expect, patient, test } from "./fixtures/test.ts";

test.use({ role: "admin" });

test("an admin invites a colleague, who joins, gets another role and is shut out", async ({
  page,
  browser,
  baseURL,
  expectAccessible,
}) => {
  const name = "Joost Hoekstra";
  const row = page.getByRole("listitem").filter({ hasText: name });
  await page.goto("/settings/users");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail").fill("joost.hoekstra@example.com");
  await page.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "Marketer" }).click();
  await expectAccessible();
  await page.getByRole("button", { name: "Make the invitation" }).click();
  const link = await page.getByLabel(`Link for ${name}`).inputValue();
  await page.keyboard.press("Escape");
  await expect(row).toContainText("invited");

  const colleague = patient(await browser.newPage({ baseURL, locale: "en-GB", storageState: undefined }));
  await colleague.goto(link);
  await colleague.getByLabel("New password").fill("a few unrelated words");
  await colleague.getByRole("button", { name: "Start" }).click();
  await colleague.waitForURL("/matrix");
  await colleague.goto("/settings/users");
  await expect(colleague.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
  await colleague.goto(link);
  await expect(colleague.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

  await page.reload();
  const titles = await watchTitle(page);
  await expect(row).toContainText("active");
  await page.getByRole("combobox", { name: `Role of ${name}` }).click();
  await page.getByRole("option", { name: "Manager" }).click();
  await expect(page.getByRole("combobox", { name: `Role of ${name}` })).toHaveText("Sales manager");
  await colleague.goto("/settings");
  await expect(colleague.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await row.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("disabled");
  await expectAccessible();
  expect(await titles(), "titles that the page had while it was renewed").toEqual(["Users · Voorrang"]);
  await colleague.getByLabel("E-mail").fill("joost.hoekstra@example.com");
  await colleague.getByLabel("Password").fill("a few unrelated words");
  await colleague.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(colleague.getByText("This e-mail address and this password do not belong together.")).toBeVisible();
  await colleague.close();
});

/** The titles that a page has from now on, each told once until it changes. */
async function watchTitle(page: Page): Promise<() => Promise<string[]>> {
  const titles = await page.evaluateHandle(() => {
    const seen = [document.title];
    new MutationObserver(() => {
      if (seen.at(-1) !== document.title) seen.push(document.title);
    }).observe(document.head, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  return () => titles.jsonValue();
}
