import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

const PAGES = [
  "/today",
  "/matrix",
  "/leads",
  "/leads/hand-over",
  "/leads/nurture",
  "/model",
  "/model/versions",
  "/model/models",
  "/model/new",
  "/model/new/guide",
  "/performance",
  "/performance/leads?of=won",
  "/performance/review",
  "/data",
  "/data/costs",
  "/data/quality",
  "/settings",
  "/settings/alerts",
  "/settings/crm",
  "/settings/delivery",
  "/settings/hours",
  "/settings/keys",
  "/settings/leads",
  "/settings/routing",
  "/settings/users",
  "/settings/webhooks",
  "/api/v1",
];

test.use({ role: "admin" });

for (const locale of ["nl-NL", "en-GB"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`in ${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      for (const path of PAGES) {
        test(`${path} is accessible and fits a phone`, async ({ page, expectAccessible }) => {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
          await expectAccessible();
          await expectFitsPhone(page);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible();
        });
      }
    });
  }
}

test("every answer carries the security headers, also that to an upload", async ({ page }) => {
  for (const path of ["/today", "/api/health", "/api/imports", "/no-such-page"]) {
    const answer = await page.request.post(path, { failOnStatusCode: false });
    expect(answer.headers(), path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  }
});
