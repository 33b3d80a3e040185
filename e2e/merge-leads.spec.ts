import { expect, test } from "./fixtures/test.ts";

test.use({ role: "admin", locale: "en-GB" });

test("an admin sees what merging two leads comes to, merges them, and takes it back", async ({
  page,
  installation,
  expectAccessible,
}) => {
  const [kept, goes] = await installation.findWorkedLeads();
  if (!kept || !goes) throw new Error("The demo has no two such leads.");
  await page.goto(`/leads/${kept}`);
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  const score = page.locator("#ledger-title");
  const was = await score.innerText();

  await page.getByText("All fields").click();
  await page.getByRole("link", { name: "Merge with another lead" }).click();
  await page.getByLabel("Another lead").fill(String(goes));
  await page.getByRole("button", { name: "Look" }).click();
  const preview = page.getByRole("region", { name: "What it comes to" });
  await expect(preview).toBeVisible();
  await expectAccessible();
  await expect(preview.getByRole("row", { name: /^Since/ })).toContainText(/\d{1,2} [A-Z][a-z]+ \d{4}/);
  const foretold = await preview
    .getByRole("row", { name: /^Score/ })
    .getByRole("cell")
    .last()
    .innerText();
  const [points = "", cell = ""] = foretold.split(" ");
  expect(was).not.toContain(points);

  await preview.getByRole("button", { name: "Merge", exact: true }).click();
  await page.waitForURL(`**/leads/${kept}`);
  await expect(score).toContainText(points);
  await expect(page.getByRole("main")).toContainText(cell);

  await page.goto(`/leads/${goes}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goto(`/leads/${kept}/merge`);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(`**/leads/${goes}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(name);
  await page.goto(`/leads/${kept}`);
  await expect.poll(() => score.innerText()).toBe(was);
});
