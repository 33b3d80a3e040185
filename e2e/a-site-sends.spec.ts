import { memberOf } from "../db/seed/team.ts";
import { loadTracker, makeSiteKey, serveSite } from "./fixtures/site.ts";
import { expect, patient, test } from "./fixtures/test.ts";

test.use({ role: "rep", locale: "en-GB" });

test("a page with the browser's tracker moves a lead on another open screen within a second", async ({
  page,
  openAs,
  browser,
  baseURL,
  installation,
}) => {
  const [lead] = await installation.findQuietLeads(memberOf("rep").email);
  if (!lead || !baseURL) throw new Error("The demo has no quiet lead.");
  const admin = await openAs("admin");
  const site = await serveSite();
  const events = ["pricing_page_viewed", "demo_requested", "page_viewed"];
  const key = await makeSiteKey(admin, { site: site.address, events });
  await page.goto(`/leads/${lead.leadId}`);
  const score = page.locator("#ledger-title");
  const was = await score.innerText();

  const visitor = patient(await (await browser.newContext()).newPage());
  await visitor.goto(`${site.address}/prices`);
  const tracker = await loadTracker(visitor, { writeKey: key, cdnURL: baseURL });
  // Before the visitor says who it is: this is kept, and counts from its own time.
  await tracker.track("pricing_page_viewed");
  await expect.poll(() => installation.countKept()).toBe(1);
  expect(await score.innerText()).toBe(was);
  await tracker.identify({ email: await installation.emailOf(lead.leadId), firstName: "Mallory" });
  await expect(score).not.toHaveText(was);

  const joined = await score.innerText();
  const sent = performance.now();
  await tracker.track("demo_requested");
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>("#ledger-title")?.innerText !== text,
    joined,
  );
  expect(performance.now() - sent).toBeLessThan(1_000);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(lead.name);

  await tracker.track("password_changed");
  await admin.goto("/data/refused");
  await expect(admin.getByRole("listitem").filter({ hasText: "password_changed" })).toContainText(
    "This key may not add this event",
  );
  await visitor.context().close();
  site.close();
});
