import type { Page } from "@playwright/test";
import { memberOf } from "../db/seed/team.ts";
import type { TodayView } from "../lib/call-list/view.ts";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { fill } from "./fixtures/model.ts";
import { serverTime } from "./fixtures/server-time.ts";
import { expect, test } from "./fixtures/test.ts";

const HOT = ["demo_requested", "pricing_page_viewed", "calculator_used", "case_study_viewed"] as const;
const MINUTE_MS = 60_000;
const REP = memberOf("rep");
const LANGUAGES = [
  { locale: "nl-NL", words: nl, counting: /van 15 min|nog \d/ },
  { locale: "en-GB", words: en, counting: /of 15 min|\d left/ },
] as const;

test.use({ role: "rep", locale: "nl-NL" });

for (const { locale, words, counting } of LANGUAGES) {
  test.describe(`a clock that runs, in ${locale}`, () => {
    test.use({ locale });

    test("a lead whose clock runs stands on top and counts down until it is called; undo lets it run on", async ({
      page,
      installation,
      expectAccessible,
    }) => {
      await page.goto("/today");
      const lead = await quietLead(installation);
      await installation.record(lead.leadId, HOT, await serverTime(page));
      const row = clocks(page, words).filter({ hasText: lead.name });
      await expect(row).toContainText(counting);
      await expectAccessible();
      const { dueAt } = await readRow(page, lead.leadId);

      await row.getByRole("rowheader").getByRole("button").click();
      await page.keyboard.press("n");
      await expect(row).toHaveCount(0);
      await settled(page);
      await page.keyboard.press("u");
      await expect(row).toHaveCount(1);
      await settled(page);
      expect((await readRow(page, lead.leadId)).dueAt).toBe(dueAt);
      await row.getByRole("rowheader").getByRole("button").click();
      await page.keyboard.press("n");
      await expect(row).toHaveCount(0);
    });

    test("who leads the team sees that a lead is late and gives it to somebody else in one click", async ({
      page,
      openAs,
      installation,
    }) => {
      const manager = await openAs("manager", locale);
      await manager.goto("/today");
      await page.goto("/today");
      const lead = await quietLead(installation);
      const at = new Date((await serverTime(page)).getTime() - 20 * 60 * MINUTE_MS);
      await installation.record(lead.leadId, HOT, at);

      const board = manager.getByRole("region").filter({ has: manager.locator("#clock-board") });
      const watched = board.getByRole("listitem").filter({ hasText: lead.name });
      await expect(watched).toContainText(words.clocks.late);
      const owner = watched.getByText(REP.name, { exact: true });
      await expect(owner).toBeVisible();
      await expect(board.getByRole("heading")).toHaveText(new RegExp(`${words.clocks.late}$`));
      // The worker tells of it by itself.
      await manager.getByRole("button", { name: new RegExp(`^${words.alerts.bell}`) }).click();
      await expect(manager.getByRole("dialog").getByRole("link", { name: lead.name }).first()).toBeVisible();
      await manager.keyboard.press("Escape");

      await watched
        .getByRole("button", { name: new RegExp(`^${fill(words.clocks.board.give, { name: "" })}`) })
        .click();
      await expect(owner).toHaveCount(0);
      await expect(clocks(page, words).filter({ hasText: lead.name })).toHaveCount(0);
      await manager.getByRole("button", { name: words.owner.undo, exact: true }).click();
      await expect(owner).toBeVisible();
      await expect(clocks(page, words).filter({ hasText: lead.name })).toContainText(words.clocks.late);
    });
  });
}

test("a rep says when they are away; hours are for who manages settings", async ({ page, openAs }) => {
  const words = nl.workingTime;
  await page.goto("/settings/hours");
  await expect(page.getByRole("button", { name: words.week.submit })).toHaveCount(0);
  await page.getByLabel(words.people.firstDay).fill("2026-07-20");
  await page.getByLabel(words.people.lastDay).fill("2026-07-10");
  await page.getByRole("button", { name: words.people.submitOwn }).click();
  await expect(page.getByText(nl.refusals.reasons.ends_before_it_begins)).toBeVisible();
  await page.getByLabel(words.people.lastDay).fill("2026-07-31");
  await page.getByRole("button", { name: words.people.submitOwn }).click();
  await expect(page.getByText("20 juli tot en met 31 juli")).toBeVisible();
  const removal = words.people.removeOne.replace("{name}", REP.name).replace("{day}", "20 juli");
  await page.getByRole("button", { name: removal }).click();
  await expect(page.getByText("20 juli tot en met 31 juli")).toHaveCount(0);

  const admin = await openAs("admin");
  await admin.goto("/settings/hours");
  const saturday = admin.getByRole("textbox", { name: en.workingTime.days.saturday });
  const submit = admin.getByRole("button", { name: en.workingTime.week.submit });
  await saturday.fill("morning");
  await submit.click();
  await expect(admin.getByText(en.refusals.reasons.hours_unreadable)).toBeVisible();
  await saturday.fill("10-13");
  await submit.click();
  await expect(saturday).toHaveValue("10:00–13:00");
  await saturday.fill("");
  await submit.click();
  await expect(saturday).toHaveValue("");
});

/** What was done is recorded, and read back. */
async function settled(page: Page) {
  await expect(page.getByRole("table").first()).toHaveAttribute("aria-busy", "false");
}

async function quietLead(installation: {
  findQuietLeads: (email: string) => Promise<{ leadId: number; name: string }[]>;
}) {
  const [lead] = await installation.findQuietLeads(REP.email);
  if (!lead) throw new Error("The demo has no quiet lead.");
  return lead;
}

/** The rows of leads whose clock runs. */
function clocks(page: Page, words: typeof nl | typeof en) {
  const section = page
    .getByRole("rowgroup")
    .filter({ has: page.getByRole("heading", { name: words.today.sections.clock }) });
  return section.getByRole("row").filter({ has: page.getByRole("rowheader").getByRole("button") });
}

async function readRow(page: Page, leadId: number) {
  const view: TodayView = await (await page.request.get("/api/today")).json();
  const row = view.rows.find((each) => each.leadId === leadId);
  if (!row) throw new Error("The lead is not on the list.");
  return row;
}
