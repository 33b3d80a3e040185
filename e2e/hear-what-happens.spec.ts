import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { memberOf } from "../db/seed/team.ts";
import { serverTime } from "./fixtures/server-time.ts";
import { expect, expectFitsPhone, test } from "./fixtures/test.ts";

/** 15 and 10 points: from the lowest band of engagement into the next one, which hands nobody over. */
const ENOUGH = ["pricing_page_viewed", "case_study_viewed"] as const;
/** The second attempt comes some seconds after the first. */
const TRIED_AGAIN = { timeout: 30_000 };

test.use({ role: "admin", locale: "en-GB" });

test("an admin has a program told what happens, sees what did not arrive, and sends it again", async ({
  page,
  installation,
  expectAccessible,
}) => {
  test.slow();
  const lead = (await installation.findQuietLeads(memberOf("rep").email)).findLast(({ cell }) => cell === "B4");
  if (!lead) throw new Error("The demo has no quiet lead.");
  const program = await openProgram();

  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "New address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Warehouse");
  await dialog.getByLabel("Address", { exact: true }).fill(program.address);
  await dialog.getByRole("button", { name: "Add the address" }).click();
  const secret = await dialog.getByRole("textbox", { name: "Secret of Warehouse" }).inputValue();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Close" }).click();

  await page.getByRole("link", { name: "Warehouse" }).click();
  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(page.getByText("It arrived: the answer was 200.")).toBeVisible();
  expect(program.read(secret)).toMatchObject({ type: "webhook.test", version: 1 });

  program.answer = 503;
  await installation.record(lead.leadId, ENOUGH, await serverTime(page));
  const message = page.getByRole("listitem").filter({ hasText: "Other cell" }).first();
  const standing = async () => {
    await page.reload();
    return (await message.count()) > 0 ? message.innerText() : "";
  };
  await expect.poll(standing, TRIED_AGAIN).toContain("After 2 attempts again at");
  await expect(message).toContainText("answer 503");
  await expectAccessible();

  program.answer = 200;
  await message.getByRole("button", { name: "Send again" }).click();
  await expect.poll(standing).toMatch(/Arrived/);
  expect(program.read(secret)).toMatchObject({ type: "lead.cell_changed", data: { lead: { id: lead.leadId } } });
  await expectFitsPhone(page);

  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.waitForURL("**/settings/webhooks");
  await expect(page.getByRole("link", { name: "Warehouse" })).toHaveCount(0);
  program.close();
});

/** A program that hears, and answers as it is told to. */
async function openProgram() {
  const heard: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    heard.push({ body: Buffer.concat(parts).toString("utf8"), headers: Object.fromEntries(headers) });
    response.writeHead(program.answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const program = {
    answer: 200,
    address: `http://127.0.0.1:${port}/hear`,
    /** The last message, whose signature and time hold. */
    read(secret: string): unknown {
      const last = heard.at(-1);
      if (!last) throw new Error("Nothing was heard.");
      const sentAt = Number(last.headers["webhook-timestamp"]) * 1000;
      return verifyAt(sentAt, () => new Webhook(secret).verify(last.body, last.headers));
    },
    close: () => void server.close(),
  };
  return program;
}

/** The package asks the clock of this process, which is not the installation's. */
function verifyAt(instant: number, verify: () => unknown): unknown {
  const { now } = Date;
  Date.now = () => instant;
  try {
    return verify();
  } finally {
    Date.now = now;
  }
}
