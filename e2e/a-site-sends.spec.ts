import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { memberOf } from "../db/seed/team.ts";
import { expect, patient, test } from "./fixtures/test.ts";

const TRACKER = createRequire(import.meta.url).resolve("@segment/analytics-next/dist/umd/index.js");

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
  const key = await makeSiteKey(admin, site.address);
  await page.goto(`/leads/${lead.leadId}`);
  const score = page.locator("#ledger-title");
  const was = await score.innerText();

  const visitor = patient(await (await browser.newContext()).newPage());
  await visitor.goto(`${site.address}/prices`);
  await loadTracker(visitor, { writeKey: key, cdnURL: baseURL });
  // Before the visitor says who it is: this is kept, and counts from its own time.
  await visitor.evaluate(() => analytics.track("pricing_page_viewed"));
  await expect.poll(() => installation.countKept()).toBe(1);
  expect(await score.innerText()).toBe(was);
  await visitor.evaluate(
    (email) => analytics.identify({ email, firstName: "Mallory" }),
    await installation.emailOf(lead.leadId),
  );
  await expect(score).not.toHaveText(was);

  const joined = await score.innerText();
  const sent = performance.now();
  await visitor.evaluate(() => analytics.track("demo_requested"));
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>("#ledger-title")?.innerText !== text,
    joined,
  );
  expect(performance.now() - sent).toBeLessThan(1_000);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(lead.name);

  await visitor.evaluate(() => analytics.track("password_changed"));
  await admin.goto("/data/refused");
  await expect(admin.getByRole("listitem").filter({ hasText: "password_changed" })).toContainText(
    "This key may not add this event",
  );
  await visitor.context().close();
  site.close();
});

/** As an admin makes it, for one site and three types of events. */
async function makeSiteKey(admin: Page, site: string): Promise<string> {
  await admin.goto("/settings/keys");
  await admin.getByRole("button", { name: "New key" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Our website");
  await dialog.getByRole("radio", { name: "In a browser" }).check();
  await dialog.getByLabel("Sites").fill(site);
  await dialog.getByLabel("Types of event it may add").fill("pricing_page_viewed\ndemo_requested\npage_viewed");
  await dialog.getByRole("button", { name: "Make the key" }).click();
  return dialog.getByRole("textbox", { name: "Key Our website" }).inputValue();
}

declare const analytics: {
  track(event: string): Promise<unknown>;
  identify(traits: Readonly<Record<string, string>>): Promise<unknown>;
};

/** A site elsewhere, with the tracker as it is sold and nothing else. */
async function serveSite(): Promise<{ readonly address: string; close(): void }> {
  const tracker = await readFile(TRACKER);
  const server = createServer((request, response) => {
    const isTracker = request.url === "/tracker.js";
    response.setHeader("content-type", isTracker ? "text/javascript" : "text/html");
    response.end(isTracker ? tracker : "<!doctype html><title>Site</title><script src=/tracker.js></script>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

async function loadTracker(page: Page, loading: { writeKey: string; cdnURL: string }): Promise<void> {
  await page.evaluate(async ({ writeKey, cdnURL }) => {
    type Browser = { load(settings: object): Promise<[typeof analytics, unknown]> };
    const { AnalyticsNext } = window as unknown as { AnalyticsNext: { AnalyticsBrowser: Browser } };
    const [loaded] = await AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL });
    Object.assign(window, { analytics: loaded });
  }, loading);
}
