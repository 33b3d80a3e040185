import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { expect, test } from "./fixtures/test.ts";

test.use({ role: "rep", locale: "nl-NL" });

test("the words of other pages are in no page, but in one file of the reader's language, which a browser keeps", async ({
  page,
}) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (answer) => {
    if (answer.url().includes("/_next/static/chunks/")) scripts.push(answer.text());
  });
  const answer = await page.goto("/today");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  expect(await answer?.text()).not.toContain(nl.settings.profile.emailHint);
  const files = await Promise.all(scripts);
  expect(files.filter((file) => file.includes(nl.settings.profile.emailHint))).toHaveLength(1);
  expect(files.filter((file) => file.includes(en.settings.profile.emailHint))).toHaveLength(0);
});
