import { expect, signInOf, test, untilIdle } from "./fixtures/test.ts";

test.use({ role: null });

test("a rep who opened the list is asked who they are, and comes back to it", async ({ page, expectAccessible }) => {
  const { email, password } = await signInOf("rep");
  await page.goto("/today?from=mail");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expectAccessible();

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not my password");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This e-mail address and this password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expectAccessible();

  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/today?from=mail");
  await expect(page.getByRole("table").first()).toBeVisible();
  await untilIdle(page);

  await page.getByRole("button", { name: /Menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in");
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test.describe("without scripts, in Dutch", () => {
  test.use({ javaScriptEnabled: false, locale: "nl-NL" });

  test("a rep signs in all the same", async ({ page }) => {
    const { email, password } = await signInOf("rep");
    await page.goto("/sign-in?callbackUrl=%2Fsettings");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Wachtwoord").fill("niet mijn wachtwoord");
    await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
    await expect(page.getByText("E-mailadres en wachtwoord horen niet bij elkaar.")).toBeVisible();
    await page.getByLabel("Wachtwoord").fill(password);
    await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
    await expect(page).toHaveURL("/settings");
  });
});
