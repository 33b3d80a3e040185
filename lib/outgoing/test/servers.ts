import { createServer as createHttp, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { networkList } from "#lib/networks.ts";
import type { Outgoing } from "../connect.ts";
import { TEST_CERTIFICATE, TEST_KEY } from "./certificate.ts";

/** Names of the tests' own lead to this machine, which may be reached. */
export const HERE: Outgoing = {
  allowed: networkList(["127.0.0.1"]),
  patienceMs: 2_000,
  resolve: async () => ["127.0.0.1"],
};

const open: (() => Promise<unknown>)[] = [];

export async function closeServers(): Promise<void> {
  for (const close of open.splice(0)) await close();
}

type Posted = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** As it came. */
  readonly text: string;
};

/** A webhook's other end: what it was sent, and what it answers. */
export async function openHook(answer: RequestListener, { isPlain = false } = {}) {
  const posted: Posted[] = [];
  const listener: RequestListener = (request, response) => {
    let text = "";
    request.on("data", (part) => (text += part));
    request.on("end", () => {
      posted.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(text), text });
      answer(request, response);
    });
  };
  const server = isPlain ? createHttp(listener) : createHttps({ key: TEST_KEY, cert: TEST_CERTIFICATE }, listener);
  const port = await listen(server);
  return { url: new URL(`${isPlain ? "http" : "https"}://hook.test:${port}/services/T1/B2/secret?x=1`), port, posted };
}

type Taken = { readonly to: readonly string[]; readonly text: string };

/** A mail server that takes what it is sent. */
export async function openMailServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    key: TEST_KEY,
    cert: TEST_CERTIFICATE,
    logger: false,
    authOptional: true,
    onAuth: ({ username, password }, _, done) =>
      username === "voorrang" && password === "geheim" ? done(null, { user: username }) : done(new Error("No.")),
    onData: (stream, { envelope }, done) => {
      let text = "";
      stream.on("data", (part) => (text += part));
      stream.on("end", () => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, taken };
}

/** Any server, listening on this machine until the tests are over. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
          server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}
