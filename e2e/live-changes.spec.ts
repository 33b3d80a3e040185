import type { Page } from "@playwright/test";
import { memberOf, REPS } from "../db/seed/team.ts";
import type { TodayView } from "../lib/call-list/view.ts";
import type { LiveSignal } from "../lib/live/signal.ts";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import { fill } from "./fixtures/model.ts";
import { expect, patient, signInOf, test } from "./fixtures/test.ts";

const HOT = ["demo_requested", "pricing_page_viewed", "calculator_used", "case_study_viewed"] as const;
const REP = memberOf("rep");
const LANGUAGES = [
  { locale: "nl-NL", words: nl },
  { locale: "en-GB", words: en },
] as const;

test.use({ role: "rep", locale: "en-GB" });

test.describe("what happens in one browser shows in the other, without a reload", () => {
  test("an outcome, and that it was taken back", async ({ page, openAs }) => {
    const manager = await openAs("manager");
    await openToday(page);
    await manager.goto(`/today?rep=${(await readToday(page)).rep.userId}`);
    const [own, seen] = [tallyOf(page), tallyOf(manager)];
    const before = (await seen.textContent()) ?? "";
    await expect(own).toHaveText(before);

    await page.keyboard.press("n");
    await expect(own).not.toHaveText(before);
    await expect(seen).toHaveText((await own.textContent()) ?? "");
    await page.keyboard.press("u");
    await expect(seen).toHaveText(before);
  });

  test("also what happened while the server's own connection was lost", async ({ page, installation }) => {
    const [lead] = await installation.findQuietLeads(REP.email);
    if (!lead) throw new Error("The demo has no quiet lead.");
    await page.goto(`/leads/${lead.leadId}`);
    const score = page.locator("#ledger-title");
    const was = await score.innerText();
    await installation.cutListeners();
    await installation.record(lead.leadId, HOT, await serverTime(page));
    await expect(score).not.toHaveText(was);
  });

  test("behaviour: on the page of the lead, and in the matrix", async ({ page, openAs, installation }) => {
    const [lead] = await installation.findQuietLeads(REP.email);
    if (!lead) throw new Error("The demo has no quiet lead.");
    await page.goto(`/leads/${lead.leadId}`);
    const marketer = await openAs("marketer");
    await marketer.goto("/matrix?view=table");
    const matrix = marketer.getByRole("table").first();
    const before = await matrix.innerText();
    const score = page.locator("#ledger-title");
    const was = await score.innerText();

    await installation.record(lead.leadId, HOT, await serverTime(page));
    await expect(score).not.toHaveText(was);
    await expect.poll(() => matrix.innerText()).not.toBe(before);
  });
});

test("a page that is left while it reads does not keep the next from hearing", async ({ page, installation }) => {
  const [lead] = await installation.findQuietLeads(REP.email);
  if (!lead) throw new Error("The demo has no quiet lead.");
  const goTo = (name: string) => page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();
  await page.goto("/matrix");
  for (const name of ["Leads", "Matrix", "Today", "Matrix"]) {
    await installation.record(lead.leadId, ["blog_viewed"], await serverTime(page));
    await goTo(name);
    await page.waitForURL(`/${name.toLowerCase()}`);
  }
  await page.getByRole("button", { name: "Table" }).click();
  const matrix = page.getByRole("table").first();
  const before = await matrix.innerText();
  await installation.record(lead.leadId, HOT, await serverTime(page));
  await expect.poll(() => matrix.innerText(), { timeout: 15_000 }).not.toBe(before);
});

test("a rep is not told which leads of others changed", async ({ page, openAs, installation }) => {
  const colleague = REPS.find(({ email }) => email !== REP.email);
  const [other] = await installation.findQuietLeads(colleague?.email ?? "");
  const [own] = await installation.findQuietLeads(REP.email);
  if (!other || !own) throw new Error("The demo has no quiet leads.");
  const marketer = await openAs("marketer");
  await page.goto("/leads");
  await marketer.goto("/leads");
  const [told, toldAll] = [await listenIn(page), await listenIn(marketer)];
  await expect.poll(told).not.toEqual([]);
  await expect.poll(toldAll).not.toEqual([]);

  await installation.record(other.leadId, ["blog_viewed"], await serverTime(page));
  await expect.poll(async () => leadsIn(await toldAll())).toContain(other.leadId);
  await installation.record(own.leadId, ["blog_viewed"], await serverTime(page));
  await expect.poll(async () => leadsIn(await told())).toContain(own.leadId);
  expect(leadsIn(await told())).not.toContain(other.leadId);
});

for (const { locale, words } of LANGUAGES) {
  test.describe(`a newcomer above the row under the pointer, in ${locale}`, () => {
    test.use({ locale });

    test("keeps the row under the pointer where it is, and is marked", async ({ page, installation }) => {
      await openToday(page);
      const rows = page.getByRole("table").first().getByRole("rowheader").getByRole("button");
      const rowOf = (name: string) => rows.filter({ hasText: name });
      const topOf = async (name: string) => (await rowOf(name).boundingBox())?.y ?? 0;
      const hint = page.getByRole("status").getByRole("button");

      // Near the top, and below all clocks that may run but not where alerts appear.
      for (const place of [2, -12]) {
        const name = (await rows.nth(place).locator("b").textContent()) ?? "";
        await rowOf(name).hover();
        const top = await topOf(name);
        const [newcomer] = await installation.findQuietLeads(REP.email);
        if (!newcomer) throw new Error("The demo has no quiet lead.");
        await installation.record(newcomer.leadId, HOT, await serverTime(page));
        await expect(rowOf(newcomer.name)).toContainText(fill(words.today.tags.new, { time: "" }));
        expect(await topOf(name)).toBeCloseTo(top, 0);
        if (place > 0) await expect(hint).toHaveCount(0);
        else {
          await expect(hint).toContainText(newcomer.name);
          await page.keyboard.press("v");
          await expect(hint).toHaveCount(0);
          await expect(rowOf(newcomer.name)).toBeInViewport();
          await expect(rowOf(newcomer.name)).toBeFocused();
        }
      }
    });
  });
}

test("the tabs of a browser share one stream, and another takes over when its tab closes", async ({
  page,
  context,
}) => {
  let opened = 0;
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/live") opened += 1;
  });
  await openToday(page);
  await expect.poll(() => opened).toBe(1);
  const second = patient(await context.newPage());
  await openToday(second);
  const third = patient(await context.newPage());
  await openToday(third);
  const before = (await tallyOf(page).textContent()) ?? "";
  await page.keyboard.press("n");
  await expect(tallyOf(page)).not.toHaveText(before);
  const recorded = (await tallyOf(page).textContent()) ?? "";
  await expect(tallyOf(second)).toHaveText(recorded);
  expect(opened).toBe(1);

  await page.close();
  await expect.poll(() => opened).toBe(2);
  await second.keyboard.press("u");
  await expect(tallyOf(second)).not.toHaveText(recorded);
  await expect(tallyOf(third)).toHaveText((await tallyOf(second).textContent()) ?? "");
  expect(opened).toBe(2);
});

test("a page left open leads to sign in once its session has ended elsewhere", async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({ baseURL, locale: "en-GB", storageState: { cookies: [], origins: [] } });
  const left = patient(await context.newPage());
  const { email, password } = await signInOf("manager");
  await left.goto("/sign-in");
  await left.getByLabel("E-mail").fill(email);
  await left.getByLabel("Password", { exact: true }).fill(password);
  await left.getByRole("button", { name: "Sign in", exact: true }).click();
  await left.waitForURL("/performance");
  const other = patient(await context.newPage());
  await other.goto("/matrix");
  await other.getByRole("button", { name: "Menu of" }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await other.waitForURL(/sign-in/);
  await left.waitForURL(/sign-in/, { timeout: 45_000 });
  await context.close();
});

async function openToday(page: Page): Promise<void> {
  await page.goto("/today");
  await expect(page.getByRole("table").first()).toBeVisible();
}

function tallyOf(page: Page) {
  return page.getByRole("main").locator("header p:has(b)").first();
}

async function readToday(page: Page): Promise<TodayView> {
  return (await page.request.get("/api/today")).json();
}

/** The clock of the installation, which is not that of the tests. */
async function serverTime(page: Page): Promise<Date> {
  return new Date((await readToday(page)).readAt);
}

/** A stream beside the page's own; gives what it said so far. */
async function listenIn(page: Page): Promise<() => Promise<LiveSignal[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const stream = new EventSource("/api/live");
    stream.onmessage = ({ data }) => heard.push(JSON.parse(data));
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: LiveSignal[] }).heard);
}

function leadsIn(signals: readonly LiveSignal[]): number[] {
  return signals.flatMap((signal) => (signal.kind === "change" ? (signal.leads ?? []) : []));
}
