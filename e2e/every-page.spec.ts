import type { APIRequestContext, Page } from "@playwright/test";
import { z } from "zod";
import en from "../messages/en.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import type { Installation } from "./fixtures/installation.ts";
import { expect, expectFitsPhone, signIn, test } from "./fixtures/test.ts";

const PAGES = [
  "/today",
  "/matrix",
  "/leads",
  "/leads/hand-over",
  "/leads/nurture",
  "/model",
  "/model/versions",
  "/model/versions/1",
  "/model/models",
  "/model/new",
  "/model/new/guide",
  "/performance",
  "/performance/leads?of=won",
  "/performance/review",
  "/data",
  "/data/costs",
  "/data/quality",
  "/data/refused",
  "/settings",
  "/settings/alerts",
  "/settings/crm",
  "/settings/delivery",
  "/settings/hours",
  "/settings/keys",
  "/settings/leads",
  "/settings/naming",
  "/settings/qualification",
  "/settings/routing",
  "/settings/users",
  "/settings/webhooks",
  "/api/v1",
];

/** Pages for who is not inside yet; what stands behind a link that works no more too. */
const OUTSIDE = [
  "/sign-in",
  "/sign-in?error=AccessDenied",
  "/invitation/used",
  "/reset/used",
  "/set-up",
  "/set-up?token=used",
];
const LINKS = [
  { purpose: "invitation", path: "/invitation/" },
  { purpose: "reset", path: "/reset/" },
  { purpose: "setup", path: "/set-up?token=" },
] as const;
const NEWCOMER = { email: "noa.peeters@voorrang.example", password: "a few unrelated words" };

type Find = (installation: Installation) => Promise<number>;
const someLead: Find = async (installation) => (await installation.findFreeLead()).leadId;

/** Pages of one thing, in the place of whose name its number stands. */
const PAGES_OF: readonly { readonly path: string; readonly find: Find }[] = [
  { path: "/leads/[lead]", find: someLead },
  { path: "/leads/[lead]/merge", find: someLead },
  { path: "/settings/webhooks/[endpoint]", find: (installation) => installation.makeEndpoint() },
];

test.use({ role: "admin" });

for (const locale of ["nl-NL", "en-GB"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`in ${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      for (const path of PAGES)
        test(`${path} is accessible and fits a phone`, async ({ page, expectAccessible }) => {
          await expectPage(page, { address: path, locale, expectAccessible });
        });
      for (const { path, find } of PAGES_OF)
        test(`${path} is accessible and fits a phone`, async ({ page, installation, expectAccessible }) => {
          const address = path.replace(/\[\w+\]/, String(await find(installation)));
          await expectPage(page, { address, locale, expectAccessible });
        });
      test("/data/[import] is accessible and fits a phone", async ({ page, baseURL, expectAccessible }) => {
        const address = `/data/${await upload(page.request, baseURL ?? "")}`;
        await expectPage(page, { address, locale, expectAccessible });
      });

      test.describe("outside", () => {
        test.use({ role: null });
        for (const path of OUTSIDE)
          test(`${path} is accessible and fits a phone`, async ({ page, expectAccessible }) => {
            await expectPage(page, { address: path, locale, expectAccessible });
          });
        for (const { purpose, path } of LINKS)
          test(`a link for ${purpose} is accessible and fits a phone`, async ({
            page,
            installation,
            expectAccessible,
          }) => {
            const secret = await installation.makeLink(purpose, await installation.makeNewcomer(NEWCOMER));
            await expectPage(page, { address: `${path}${secret}`, locale, expectAccessible });
            await expect(page.getByRole("button").last()).toBeVisible();
          });
        test("/welcome is accessible and fits a phone", async ({ page, installation, expectAccessible }) => {
          await installation.makeNewcomer(NEWCOMER);
          await signIn(page, NEWCOMER, locale === "nl-NL" ? nl : en);
          await expectPage(page, { address: "/welcome", locale, expectAccessible });
        });
      });
    });
  }
}

/** A file that waits for somebody to look at its mapping. */
async function upload(request: APIRequestContext, origin: string): Promise<number> {
  const data = "Email;Firma;Budget\nsanne@kuipers.example;Kuipers;12\n";
  const answer = await request.post("/api/imports?kind=leads&name=contacts.csv", { data, headers: { origin } });
  return z.object({ importId: z.number() }).parse(await answer.json()).importId;
}

type Expected = { readonly address: string; readonly locale: string; readonly expectAccessible: () => Promise<void> };

async function expectPage(page: Page, { address, locale, expectAccessible }: Expected): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
  await expectAccessible();
  await expectFitsPhone(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible();
}

test("every answer carries the security headers, also that to an upload", async ({ page }) => {
  for (const path of ["/today", "/api/health", "/api/imports", "/no-such-page"]) {
    const answer = await page.request.post(path, { failOnStatusCode: false });
    expect(answer.headers(), path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  }
});
