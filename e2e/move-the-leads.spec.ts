import type { Page } from "@playwright/test";
import { fill, LANGUAGES, PASS, test } from "./fixtures/model.ts";
import { expect } from "./fixtures/test.ts";

test.use({ role: "marketer" });

for (const { locale, words } of LANGUAGES) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a marketer takes a threshold in the matrix and sees who moves, and takes it back", async ({
      page,
      expectAccessible,
    }) => {
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const matrix = page.getByRole("region", { name: /leads, live/ });
      await expect(matrix).toBeVisible(PASS);
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible();

      const line = matrix.getByRole("slider", { name: fill(words.opens, { axis: words.axes.engagement, band: "1" }) });
      await line.focus();
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("ArrowRight");
      await expect(line).toHaveValue("66");
      const moves = page.getByRole("table", { name: words.preview.movesCaption });
      await expect(moves.getByRole("row", { name: /^A1/ })).toBeVisible();
      await expectAccessible();
      const shown = await countsOf(page);
      expect(shown.reduce((sum, [, leads]) => sum + leads, 0)).toBeGreaterThan(1_000);

      // A run of keys is one step back.
      await page.keyboard.press("Control+z");
      await expect(line).toHaveValue("60");
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible();
      await page.keyboard.press("Control+Shift+z");
      await expect(line).toHaveValue("66");
      await page.keyboard.press("Backspace");
      await expect(line).toHaveValue("60");

      // A half-life moves the leads that are there: the server is not asked again.
      let asked = 0;
      page.on("request", (request) => {
        if (new URL(request.url()).pathname === "/api/preview") asked++;
      });
      const halfLife = page.getByRole("textbox", { name: new RegExp(`${words.halfLifeInDays}$`) }).first();
      const days = await halfLife.inputValue();
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible();
      await halfLife.fill("1");
      await expect(moves).toBeVisible();
      await halfLife.fill(days);
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible();
      expect(asked).toBe(0);

      await page.getByRole("button", { name: words.discard.open }).click();
      await page.getByRole("button", { name: words.discard.confirm }).click();
      await expect(page.getByRole("button", { name: words.startDraft })).toBeVisible();
    });

    test("a marketer drags a threshold with the mouse, and types it on its line", async ({
      page,
      expectAccessible,
    }) => {
      await page.goto("/model");
      await page.getByRole("button", { name: words.startDraft }).click();
      const matrix = page.getByRole("region", { name: /leads, live/ });
      await expect(matrix).toBeVisible(PASS);
      const line = matrix.getByRole("slider", { name: fill(words.opens, { axis: words.axes.engagement, band: "1" }) });
      const moves = page.getByRole("table", { name: words.preview.movesCaption });
      await expect(page.getByText(words.preview.nobodyMoves)).toBeVisible(PASS);

      // However far it is dragged, it is one step back.
      const at = await line.boundingBox();
      if (!at) throw new Error("The line is not drawn.");
      await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
      await page.mouse.down();
      const atFrame = await line.evaluateHandle((input: HTMLInputElement) => {
        const noted = { value: "" };
        const note = () => Object.assign(noted, { value: input.value });
        addEventListener("pointermove", note, { capture: true, once: true });
        return noted;
      });
      await page.mouse.move(at.x + at.width / 2 + 60, at.y + at.height / 2, { steps: 12 });
      await expect(moves).toBeVisible();
      // The first step was made before the frame began that drew it.
      expect(Number(await atFrame.evaluate(({ value }) => value))).toBeGreaterThan(60);
      await page.mouse.up();
      await expect.poll(async () => Number(await line.inputValue())).toBeGreaterThan(65);
      await page.keyboard.press("Control+z");
      await expect(line).toHaveValue("60");

      // A number is typed on the line itself. Half a number, or one beyond the next line, moves nothing.
      await line.focus();
      await page.keyboard.type("6");
      const typed = matrix.getByRole("textbox");
      await expect(typed).toBeFocused();
      await expect(line).toHaveValue("60");
      await page.keyboard.type("5");
      await expect(line).toHaveValue("65");
      await expect(moves).toBeVisible();
      await expectAccessible();
      await page.keyboard.press("Enter");
      await expect(line).toBeFocused();
      await expect(typed).toHaveCount(0);
      await expect(line).toHaveValue("65");
      await page.keyboard.type("70");
      await expect(line).toHaveValue("70");
      await page.keyboard.press("Escape");
      await expect(line).toBeFocused();
      await expect(line).toHaveValue("65");
      await page.keyboard.type("7");
      await page.keyboard.press("Enter");
      await expect(matrix.getByRole("alert")).toContainText("7");
      await page.keyboard.press("Escape");
      await expect(line).toBeFocused();
      await page.keyboard.press("Control+z");
      await expect(line).toHaveValue("60");
    });
  });
}

/** The leads of each cell as the live matrix counts them. */
async function countsOf(page: Page): Promise<[cell: string, leads: number][]> {
  const texts = await page.locator("section[aria-labelledby=live-matrix] p").allInnerTexts();
  return texts.map((text) => {
    const [cell = "", ...rest] = text.split("\n").map((line) => line.trim());
    const count = rest.find((line) => /^[\d.,\s]+$/.test(line)) ?? "";
    return [cell, Number(count.replace(/\D/g, ""))];
  });
}
