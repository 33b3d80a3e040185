import en from "../messages/en.json" with { type: "json" };
import { type EmptyInstallation, emailOf, PASSWORD, startEmptyInstallation } from "./fixtures/empty-installation.ts";
import { countLeads, fill, PASS } from "./fixtures/model.ts";
import { loadTracker, makeSiteKey, serveSite } from "./fixtures/site.ts";
import { expect, patient, signIn, test } from "./fixtures/test.ts";

let installation: EmptyInstallation;
test.beforeAll(async () => {
  installation = await startEmptyInstallation({ roles: ["admin"] });
});
test.afterAll(() => installation.end());

/** Step by step what `docs/tracking.md` tells somebody to do who has a site and an empty installation. */
test("the tutorial leads from a running site to scored leads", async ({ browser }) => {
  test.setTimeout(180_000);
  const { baseURL } = installation;
  const admin = patient(await browser.newPage({ baseURL, locale: "en-GB" }));
  await signIn(admin, { email: emailOf("admin"), password: PASSWORD });
  const site = await serveSite();

  // 1. Make a key; 2. point the tracker at Voorrang.
  const events = ["Demo Requested", "page_viewed"];
  const writeKey = await makeSiteKey(admin, { site: site.address, events, forms: ["Demo Requested"] });
  const visitor = await browser.newPage();
  await visitor.goto(`${site.address}/pricing`);
  const tracker = await loadTracker(visitor, { writeKey, cdnURL: baseURL });
  await tracker.page();
  await tracker.track("Demo Requested", { product: "Planner" });

  // 3. Say who it is.
  await tracker.identify({ email: "ann@acme.example", firstName: "Ann" });
  const leads = async () => {
    await admin.goto("/leads");
    return admin.getByRole("main").innerText();
  };
  await expect.poll(leads).toContain("Ann");

  // 4. Give the names a meaning.
  await admin.goto("/settings/naming");
  const demo = admin.getByRole("listitem").filter({ hasText: "Demo Requested" });
  await demo.getByRole("button", { name: "Add Demo Requested" }).click();
  await admin.getByRole("button", { name: "Add /pricing" }).click();
  await admin.getByRole("button", { name: "Save", exact: true }).click();
  await expect(admin.getByText("Saved. Scores are being computed anew")).toBeVisible();

  // 5. Have a model that counts them.
  await admin.goto("/model");
  const template = admin.getByRole("listitem").filter({ hasText: en.newModel.template.b2b_software.name });
  await template.getByRole("button", { name: en.newModel.begin }).click();
  await admin.getByRole("button", { name: en.model.publish.open }).click();
  await admin.getByRole("button", { name: fill(en.model.publish.confirm, { number: 1 }) }).click();
  await expect(admin.getByText(en.model.pass.in_force)).toBeVisible(PASS);

  const cells = await countLeads(admin);
  expect(cells.filter((cell) => /^[A-D][1-4] 1$/.test(cell))).toHaveLength(1);

  // 6. See it score.
  await admin.goto("/leads");
  await admin.getByRole("link", { name: "Ann" }).click();
  const ledger = admin.getByRole("main");
  await expect(ledger).toContainText(/demo request/i);
  await expect(ledger).toContainText(/pricing page/i);
  await expect(admin.locator("#ledger-title")).not.toHaveText(/(^|\D)0\.00$/);
  await visitor.context().close();
  await admin.context().close();
  site.close();
});
