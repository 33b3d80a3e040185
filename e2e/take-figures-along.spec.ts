import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "manager", locale: "en-GB" });

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("a figure is taken along as its numbers and as a picture", async ({ page, expectAccessible }) => {
      await page.goto("/performance");
      const sources = page.getByRole("region").filter({ has: page.locator("#performance-sources") });
      const menu = sources.getByRole("button", { name: /^Take along: / });
      await menu.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("menuitem", { name: "Numbers (CSV)" })).toBeVisible();
      await expectAccessible();
      const text = (await keep(page, "Numbers (CSV)")).toString().replace("\ufeff", "");
      const [header = "", ...rows] = text.trim().split(/\r?\n/);
      expect(header).toBe("Source,Leads,Became a customer,Became a customer: from,Became a customer: to");
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expect(row).toMatch(/,\d+,(0(\.\d+)?|1),(0(\.\d+)?|1),(0(\.\d+)?|1)$/);

      await menu.click();
      const picture = await keep(page, "Picture (PNG)");
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect(await countColors(page, picture)).toBeGreaterThan(20);
    });
  });
}

test("the numbers of every figure can be taken along, and each says something", async ({ page }) => {
  await page.goto("/performance");
  const menus = page.getByRole("button", { name: /^Take along: / });
  const kept: (readonly [string, number])[] = [];
  for (const menu of await menus.all()) {
    const name = (await menu.textContent()) ?? "";
    await menu.click();
    await expect(page.getByRole("menuitem", { name: "Picture (PNG)" })).toBeVisible();
    // A figure that has too little to show has no numbers either.
    if ((await page.getByRole("menuitem", { name: "Numbers (CSV)" }).count()) === 0) {
      await page.keyboard.press("Escape");
      continue;
    }
    kept.push([name, (await keep(page, "Numbers (CSV)")).toString().trim().split(/\r?\n/).length]);
  }
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter(([, lines]) => lines < 2)).toEqual([]);
});

test("on the smallest phone every step of the funnel is in reach, and in its picture", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/performance");
  const funnel = page.getByRole("region").filter({ has: page.locator("#performance-funnel") });
  const table = funnel.getByRole("table");
  const wide = await table.evaluate(({ scrollWidth }) => scrollWidth);
  // More than there is room for beside the edges of the page.
  expect(wide).toBeGreaterThan(320 - 2 * 16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expect(table.getByRole("columnheader", { name: "opportunity" })).toBeVisible();
  const missed = table.getByRole("link", { name: /^Together, missed: / });
  await missed.scrollIntoViewIfNeeded();
  await expect(missed).toBeInViewport({ ratio: 0.9 });
  // Its month stays beside it.
  await expect(table.getByRole("rowheader", { name: "Together" })).toBeInViewport({ ratio: 0.9 });

  await funnel.getByRole("button", { name: /^Take along: / }).click();
  const picture = await keep(page, "Picture (PNG)");
  // Two dots for each pixel of the page; a PNG file says its width first.
  expect(picture.readUInt32BE(16) / 2).toBeGreaterThan(wide);
});

test("on paper the page has no buttons and nothing beyond the edge", async ({ page }) => {
  await page.goto("/performance");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 718, height: 1_000 });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("button", { name: /^Take along/ }).first()).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

async function keep(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name }).click();
  return readFile(await (await download).path());
}

/** How many colours a picture has: one that failed has the colour of the paper. */
function countColors(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
      return new Set(new Uint32Array(data.buffer)).size;
    },
    `data:image/png;base64,${picture.toString("base64")}`,
  );
}
