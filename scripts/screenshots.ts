import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "./run/chromium.ts";
import { runProgram } from "./run/failure.ts";

const PAGES: Readonly<Record<string, string>> = {
  today: "/today",
  matrix: "/matrix",
  leads: "/leads",
  model: "/model",
  versions: "/model/versions",
  models: "/model/models",
  "new-model": "/model/new",
  guide: "/model/new/guide",
  performance: "/performance",
  behind: "/performance/leads?of=won",
  data: "/data",
  costs: "/data/costs",
  quality: "/data/quality",
  settings: "/settings",
  users: "/settings/users",
};
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };

/** Pictures of every page of a running installation: both themes, both languages, desktop and phone. */
await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      address: { type: "string", default: "http://127.0.0.1:3000" },
      email: { type: "string" },
      password: { type: "string" },
      out: { type: "string", default: "test-results/screenshots" },
      page: { type: "string", multiple: true },
    },
  });
  if (!values.email || !values.password) throw new Error("Say who signs in: --email and --password.");
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  await mkdir(values.out, { recursive: true });
  const session = await signIn(browser, { ...values, email: values.email, password: values.password });
  for (const locale of ["nl-NL", "en-GB"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        const context = await browser.newContext({ storageState: session, locale, colorScheme, viewport });
        const page = await context.newPage();
        for (const [name, path] of Object.entries(PAGES)) {
          if (values.page && !values.page.includes(name)) continue;
          await page.goto(new URL(path, values.address).href);
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({ path: join(values.out, `${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`) });
        }
        await context.close();
      }
    }
  }
  await browser.close();
  return 0;
});

async function signIn(browser: Browser, who: { address: string; email: string; password: string }) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(new URL("/sign-in", who.address).href);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  const state = await context.storageState();
  await context.close();
  return state;
}
