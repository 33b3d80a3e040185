import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import { type EmptyInstallation, emailOf, PASSWORD, startEmptyInstallation } from "./fixtures/empty-installation.ts";
import { fill, PASS } from "./fixtures/model.ts";
import { expect, expectFitsPhone, patient, test } from "./fixtures/test.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

let installation: EmptyInstallation;
test.beforeAll(async () => {
  installation = await startEmptyInstallation({ roles: ["marketer"] });
});
test.afterAll(() => installation.end());

/** A marketer of the empty organisation. */
async function signIn(page: Page): Promise<void> {
  patient(page);
  await page.goto(`${installation.baseURL}/sign-in`);
  await page.getByLabel("E-mail").fill(emailOf("marketer"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const at = (path: string) => installation.baseURL + path;
const templateNamed = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("a marketer without data begins with a template, which says what it leaves out, and drops it", async ({
  page,
  expectAccessible,
}) => {
  await signIn(page);
  await page.goto(at("/model"));
  await expect(page.getByRole("heading", { level: 1, name: en.newModel.first })).toBeVisible();
  await expectAccessible();
  const consumers = templateNamed(page, en.newModel.template.b2c.name);
  await expect(consumers).toContainText("no field “age”");
  await expect(consumers).toContainText("no event like “cart_abandoned”");
  await consumers.getByRole("button", { name: en.newModel.begin }).click();
  await expect(page.getByRole("heading", { level: 1, name: fill(en.model.draftTitle, { number: 1 }) })).toBeVisible();
  await expect(page.getByText(en.model.firstDraft)).toBeVisible();
  await page.getByRole("button", { name: en.model.discard.open }).click();
  await page.getByRole("button", { name: en.model.discard.confirm }).click();
  await expect(page.getByRole("heading", { level: 1, name: en.newModel.first })).toBeVisible();

  await page.getByRole("link", { name: en.newModel.guide.open }).click();
  await expect(page.getByText(en.guide.noLeads)).toBeVisible();
  await expectAccessible();
  await expectFitsPhone(page);
});

test("a marketer answers the five questions with what customers share, and publishes what comes of it", async ({
  page,
  context,
  expectAccessible,
}) => {
  await installation.importRows("leads", [["email", "country", "job_title", "source", "created_at"], ...LEADS]);
  await installation.importRows("events", [["email", "event", "occurred_at"], ...EVENTS]);
  await installation.importRows("outcomes", [["email", "result", "at"], ...WINS]);
  await signIn(page);
  await page.goto(at("/model/new/guide"));
  const section = (title: string) => page.getByRole("region", { name: title });
  await expect(section(en.guide.common.title)).toContainText("BE");
  await page.getByRole("button", { name: en.guide.show }).click();
  await expect(page.getByText(en.guide.nothingChosen)).toBeVisible();
  await section(en.guide.common.title).getByRole("checkbox", { name: /^BE/ }).check();
  await section(en.guide.common.title)
    .getByRole("checkbox", { name: /^planner/ })
    .check();
  await section(en.guide.bad.title).getByRole("checkbox", { name: en.guide.bad.freeEmail }).check();
  const demo = page.getByRole("combobox", { name: /demo.requested/i });
  await demo.selectOption({ label: en.guide.strength.ready });
  await page.getByLabel(en.guide.perWeek).fill("2");
  await expectAccessible();
  // Without a connection the answers stay; the browser reports on its console what it cannot reach.
  page.removeAllListeners("console");
  await context.setOffline(true);
  await page.getByRole("button", { name: en.guide.show }).click();
  await expect(page.getByText(en.model.noAnswer)).toBeVisible();
  await context.setOffline(false);
  await expect(demo.locator("option:checked")).toHaveText(en.guide.strength.ready);
  await page.getByRole("button", { name: en.guide.show }).click();
  const draft = section(en.guide.draft);
  // Half of all leads and every customer are Belgian: twice as frequent, so 25 points.
  await expect(draft.getByRole("row", { name: /^BE 25/ })).toBeVisible();
  await expect(draft.getByRole("row", { name: /demo.requested 25/i })).toBeVisible();
  await expect(draft).toContainText("Handed to sales from a combined score of");
  await expectAccessible();
  await draft.getByRole("button", { name: en.guide.make }).click();

  // Nothing was ever published, and yet every lead is there.
  await expect(page.getByRole("heading", { name: `${LEADS.length} leads, live` })).toBeVisible(PASS);
  await expect(page.getByText(fill(en.models.reach, { leads: LEADS.length, all: LEADS.length }))).toBeVisible();
  await page.getByRole("button", { name: en.model.publish.open }).click();
  await page.getByRole("button", { name: fill(en.model.publish.confirm, { number: 1 }) }).click();
  await expect(page.getByText(en.model.pass.in_force)).toBeVisible(PASS);
  await page.goto(at("/model/models"));
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(`${LEADS.length} leads`);
});

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** Sixty leads: half are Belgian, every third plans, and ten of those who are both bought after a demo. */
const LEADS = Array.from({ length: 60 }, (_, n) => [
  `lead${n}@company${n}.example`,
  n % 2 === 0 ? "BE" : "NL",
  n % 3 === 0 ? "Planner" : "Engineer",
  n % 5 === 0 ? "Fair" : "Website",
  daysAgo(n + 1),
]);
const BUYERS = LEADS.flatMap(([email = ""], n) => (n % 6 === 0 ? [email] : []));
const EVENTS = [
  ...BUYERS.map((email) => [email, "demo_requested", daysAgo(20)]),
  ...LEADS.map(([email = ""]) => [email, "page_viewed", daysAgo(30)]),
];
const WINS = BUYERS.map((email) => [email, "won", daysAgo(5)]);
