import { memberOf } from "../db/seed/team.ts";
import nl from "../messages/nl.json" with { type: "json" };
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";
import { openList } from "./fixtures/today-list.ts";

const REP = memberOf("rep");
const { team } = nl.today;

test.use({ role: "manager", locale: "nl-NL" });

test("who leads the team sees how far each list is, as it goes on, and opens it", async ({
  page,
  openAs,
  expectAccessible,
}) => {
  const rep = await openAs("rep");
  const list = await openList(rep, "Thursday 12 March");
  await list.passClocks();
  await page.goto("/today");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: REP.name, exact: true }) });
  const counted = (done: number, total: number) =>
    team.doneOf.replace("{done}", String(done)).replace("{total}", String(total));
  const done = await list.doneCount();
  const total = done + (await list.count());
  await expect(row).toContainText(counted(done, total));
  await expectAccessible();

  await rep.keyboard.press("n");
  await list.settled();
  await expect(row).toContainText(counted(done + 1, total));
  await rep.keyboard.press("u");
  await list.settled();
  await expect(row).toContainText(counted(done, total));

  await expectFitsPhone(page);
  await expectAccessible();
  await row.getByRole("link", { name: REP.name }).click();
  await expect(page.getByText(nl.today.readOnly)).toHaveCount(1);
});
