import nl from "../messages/nl.json" with { type: "json" };
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "rep", locale: "nl-NL" });

const { briefing, qualification } = nl;

test("a sentence of the briefing leads to the events it rests on", async ({ page, expectAccessible }) => {
  await page.goto("/today");
  const panel = page.getByRole("complementary");
  const told = panel.getByRole("region", { name: briefing.title, exact: true });
  await expect(told).toContainText(/^Briefing\p{Lu}.+\./u);
  await expect(panel.getByRole("region", { name: briefing.opening.title })).toContainText(/\?/);

  await told.getByRole("button", { name: /^Bron 1:/ }).click();
  await expectAccessible();
  await told.getByRole("list").getByRole("link").first().click();
  await page.waitForURL(/\/leads\/\d+\?show=events&event=/);
  const pointed = page.locator("li[aria-current='true']");
  await expect(pointed).toBeInViewport();
  await expect(page.getByRole("region", { name: briefing.title, exact: true })).toBeVisible();
  await expectAccessible();
});

test("answers beside the call take a key each, with a note, and are there for a colleague", async ({
  page,
  openAs,
}) => {
  await page.goto("/today");
  const panel = page.getByRole("complementary");
  await page.keyboard.press("b");
  await page.keyboard.press("3");
  const budget = panel.getByRole("group", { name: qualification.items.bant.budget });
  await expect(budget.getByRole("button", { name: qualification.answers.partly })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(panel.getByText("1 van 4 beantwoord")).toBeVisible();

  await panel.getByRole("button", { name: "Notitie bij Budget" }).click();
  await page.keyboard.type("Na de zomer, zegt de directeur");
  // Another lead between two words loses neither.
  await page.locator("[data-lead]").nth(1).click();
  await expect(panel.getByRole("textbox", { name: "Notitie bij Budget" })).toBeHidden();
  await page.locator("[data-lead]").first().click();
  await expect(panel.getByRole("textbox", { name: "Notitie bij Budget" })).toHaveValue(/^Na de zomer/);
  await panel.getByRole("textbox", { name: "Notitie bij Budget" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByText("‘Na de zomer, zegt de directeur’")).toBeVisible();
  await page.keyboard.press("b");
  await page.keyboard.press("4");
  await expect(panel.getByText("2 van 4 beantwoord")).toBeVisible();

  const address = await panel.getByRole("heading", { level: 2 }).getByRole("link").getAttribute("href");
  const manager = await openAs("manager");
  await manager.goto(address ?? "");
  await expect(manager.getByText("‘Na de zomer, zegt de directeur’").first()).toBeVisible();
  await expect(manager.getByText("2 of 4 answered")).toBeVisible();
});

test("a manager chooses what is asked, and a rep is asked it", async ({ page, openAs }) => {
  const manager = await openAs("manager");
  await manager.goto("/settings/qualification");
  await manager.getByRole("combobox").first().selectOption("own");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Write down at least one question.")).toBeVisible();
  await manager.getByRole("textbox", { name: "Question 1" }).fill("Hoeveel monteurs plannen jullie?");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Saved.", { exact: true })).toBeVisible();

  await page.goto("/today");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("group", { name: "Hoeveel monteurs plannen jullie?" })).toBeVisible();
  await expect(panel.getByText("0 van 1 beantwoord")).toBeVisible();

  await manager.getByRole("combobox").first().selectOption("bant");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Saved.", { exact: true })).toBeVisible();
});
