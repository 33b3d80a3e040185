import { createServer, type ServerResponse } from "node:http";
import next from "next";
import { pino } from "pino";
import { readJourneysAhead } from "#db/queries/performance.ts";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "#lib/access/client-address.ts";
import { readEnv } from "#lib/env.ts";
import { LIVE_PATH } from "#lib/live/signal.ts";
import { securityHeaders } from "#lib/security/headers.ts";
import { superviseSelf } from "./run/child.ts";
import { PackedResponse } from "./run/packed-response.ts";

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, name: "web" });
const port = env.PORT ?? 3000;
const app = next({ dev: process.env.NODE_ENV === "development", hostname: env.HOST, port });
const handle = app.getRequestHandler();

/** A large upload over a slow line takes longer than the five minutes that Node gives a request. */
const LONGEST_REQUEST_MS = 3_600_000;
const headers = new Headers(securityHeaders({ publicUrl: env.PUBLIC_URL }));

/** Answers that do not end by themselves: the live streams. */
const streams = new Set<ServerResponse>();

const server = createServer(
  { requestTimeout: LONGEST_REQUEST_MS, ServerResponse: PackedResponse },
  (request, response) => {
    // Only this process sees the socket; what a client claims under this name is overwritten.
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddress({
      socket: request.socket.remoteAddress ?? "",
      forwarded: request.headers["x-forwarded-for"],
      trustedProxies: env.TRUSTED_PROXIES,
    });
    response.setHeaders(headers);
    if (request.url?.startsWith(LIVE_PATH)) {
      streams.add(response);
      response.once("close", () => streams.delete(response));
    }
    void handle(request, response);
  },
);

const child = superviseSelf(async () => {
  server.close();
  for (const response of streams) response.end();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3_000).unref();
  await app.close();
});

await app.prepare();
server.on("upgrade", app.getUpgradeHandler());
// Next takes over what nobody catches and goes on: without its address this would serve nobody, and never end.
const end = (error: Error) => {
  log.fatal({ err: error }, "It cannot be reached.");
  process.exit(1);
};
server.once("error", end);
server.listen(port, env.HOST, () => {
  server.off("error", end);
  child.ready();
});
// Whoever opens the figures later need not wait; whoever comes sooner waits for the same reading.
readJourneysAhead().catch((error: unknown) => log.warn({ error }, "The figures could not be read ahead."));
