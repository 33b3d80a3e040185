import { PASS } from "./fixtures/model.ts";
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "admin" });

test("an admin has every stored score computed again and reads that none differs", async ({ page }) => {
  await page.goto("/data");
  const checked = page.getByRole("region", { name: "Scores checked" });
  await checked.getByRole("button", { name: "Check now" }).click();
  await expect(checked.getByText("Being checked.")).toBeVisible();
  await expect(checked.getByText(/On .* every stored score was computed again .*, 0 differences, in/)).toBeVisible(
    PASS,
  );
  await page.reload();
  await expect(checked.getByText(/, 0 differences, in/)).toBeVisible();
});
