import type { Role } from "../lib/access/roles.ts";
import en from "../messages/en.json" with { type: "json" };
import { expect, test } from "./fixtures/test.ts";

const PAGES: Readonly<Record<string, readonly Role[]>> = {
  "/today": ["rep", "manager", "admin"],
  "/matrix": ["rep", "marketer", "manager", "admin"],
  "/leads": ["rep", "marketer", "manager", "admin"],
  "/leads/hand-over": ["rep", "marketer", "manager", "admin"],
  "/leads/nurture": ["rep", "marketer", "manager", "admin"],
  "/model": ["rep", "marketer", "manager", "admin"],
  "/model/versions": ["rep", "marketer", "manager", "admin"],
  "/model/versions/1": ["rep", "marketer", "manager", "admin"],
  "/model/models": ["rep", "marketer", "manager", "admin"],
  "/model/new": ["marketer", "admin"],
  "/model/new/guide": ["marketer", "admin"],
  "/performance": ["marketer", "manager", "admin"],
  "/performance/leads": ["marketer", "manager", "admin"],
  "/performance/review": ["marketer", "manager", "admin"],
  "/data": ["marketer", "admin"],
  "/data/costs": ["marketer", "admin"],
  "/data/quality": ["marketer", "manager", "admin"],
  "/settings": ["rep", "marketer", "manager", "admin"],
  "/settings/keys": ["admin"],
  "/settings/leads": ["admin"],
  "/settings/users": ["admin"],
};
const MISSING: Readonly<Record<string, readonly Role[]>> = {
  "/leads/999999": ["rep", "marketer", "manager", "admin"],
  "/leads/somebody": ["rep", "marketer", "manager", "admin"],
  "/model/versions/999": ["rep", "marketer", "manager", "admin"],
  "/data/999999": ["marketer", "admin"],
  "/data/some-file": ["marketer", "admin"],
  "/today?rep=999999": ["manager", "admin"],
  "/today?rep=somebody": ["rep", "manager", "admin"],
  "/no-such-page": ["rep", "marketer", "manager", "admin"],
};

for (const role of ["rep", "marketer", "manager", "admin"] as const) {
  test.describe(role, () => {
    test.use({ role });

    test("gets the pages of the role, and a plain no from others", async ({ page }) => {
      const wanted = [...Object.keys(PAGES), ...Object.keys(MISSING)].map((path) => {
        if (MISSING[path]?.includes(role)) return [path, 404];
        return [path, PAGES[path]?.includes(role) ? 200 : 403];
      });
      const given: unknown[] = [];
      for (const [path] of wanted) given.push([path, (await page.request.get(String(path))).status()]);
      expect(given).toEqual(wanted);
    });
  });
}

test.describe("a page that is not for the reader", () => {
  test.use({ role: "rep" });

  test("says so in the reader's words, with the way out, at its own address", async ({ page, expectAccessible }) => {
    // The browser reports the status on its console.
    page.removeAllListeners("console");
    const answer = await page.goto("/performance");
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
    await expect(page).toHaveTitle("This page is not for you · Voorrang");
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/performance");
    await expectAccessible();

    await page.goto("/data/1");
    await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
    await expect(page).toHaveTitle("This page is not for you · Voorrang");
  });
});

test.describe("a page that is not there", () => {
  test.use({ role: "marketer" });

  test("says so, in its title as well", async ({ page }) => {
    // The browser reports the status on its console.
    page.removeAllListeners("console");
    await page.goto("/data/999999");
    await expect(page.getByRole("heading", { name: en.shell.notFound.title })).toBeVisible();
    await expect(page).toHaveTitle(`${en.shell.notFound.title} · Voorrang`);
  });
});
