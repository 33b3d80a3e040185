import { expect, test } from "./fixtures/test.ts";

test.use({ role: "manager" });

test("a page that fails says so within the frame, and is read again on request", async ({
  page,
  expectAccessible,
  installation,
}) => {
  // The browser reports the failure on its console.
  page.removeAllListeners("console");
  page.removeAllListeners("pageerror");
  const { rows } = await (await page.request.get("/api/leads?limit=1")).json();
  await installation.withoutTouches(async () => {
    await page.goto(`/leads/${rows[0].leadId}`);
    await expect(page.getByRole("heading", { name: "Something went wrong here" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("touches");
    await expectAccessible();
  });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: rows[0].name })).toBeVisible();
});
