import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CLIENT_ADDRESS_HEADER } from "#lib/access/client-address.ts";

type Handler = (request: Request, context: { params: Promise<{ call: string }> }) => Promise<Response>;

/** Serves `/v1/<call>` as the web server does, with the endpoint itself and nothing around it. */
export async function serveTrackers(
  handle: Handler,
  on = 0,
): Promise<{ readonly host: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    if (incoming.method !== "POST") return void outgoing.writeHead(405).end();
    const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    headers.set(CLIENT_ADDRESS_HEADER, incoming.socket.remoteAddress ?? "");
    const request = new Request(`http://voorrang.test${incoming.url}`, {
      method: "POST",
      headers,
      body: Buffer.concat(parts),
    });
    const params = Promise.resolve({ call: incoming.url?.split("/").at(-1) ?? "" });
    // As Next answers what an endpoint throws.
    const response = await handle(request, { params }).catch(() => new Response(null, { status: 500 }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(on, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
