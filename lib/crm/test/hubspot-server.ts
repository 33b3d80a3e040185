import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { breaches } from "./contract.ts";
import { openHubspotPortal } from "./hubspot-portal.ts";
import { errorOf, type Refusal } from "./hubspot-refusals.ts";

export const TEST_TOKEN = "pat-eu1-test";
const TEST_NOW = Date.parse("2026-03-01T09:00:00.000Z");

type Opening = {
  readonly now?: () => number;
  /** Any that is free, unless it is given. */
  readonly port?: number;
};

/**
 * HubSpot as its published documents say it is, on this machine. What is asked and what is answered is held
 * against the contract; a breach is a failure of the test that sees `broken`.
 */
export async function openHubspotServer({ now = () => TEST_NOW, port: wanted = 0 }: Opening = {}) {
  const portal = openHubspotPortal(now);
  const calls: { path: string; body: unknown }[] = [];
  const broken: string[] = [];
  /** Answers of the next calls instead of what they ask for. */
  const refusals: Refusal[] = [];

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      broken.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...portal,
    address: `http://127.0.0.1:${port}`,
    calls,
    broken,
    refusals,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString("utf8");
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://hubspot.test");
    calls.push({ path: pathname, body });
    const refusal = refusals.shift();
    if (refusal) return send(response, refusal);
    if (request.headers.authorization !== `Bearer ${TEST_TOKEN}`)
      return send(response, {
        status: 401,
        body: errorOf("INVALID_AUTHENTICATION", "Authentication credentials not found."),
      });
    const { answer, schemas, status = 200 } = portal.respond(`${request.method} ${pathname}`, body, searchParams);
    if (schemas.asked) broken.push(...breaches(body, schemas.asked));
    broken.push(...breaches(answer, status >= 400 ? "Error" : schemas.said));
    send(response, { status, body: answer });
  }

  function send(response: ServerResponse, { status, body, headers = {} }: Refusal): void {
    const date = new Date(now()).toUTCString();
    response.writeHead(status, { "content-type": "application/json", date, ...headers }).end(JSON.stringify(body));
  }
}

export type HubspotServer = Awaited<ReturnType<typeof openHubspotServer>>;
