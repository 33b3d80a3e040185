import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { connectChecked, type Outgoing } from "./connect.ts";
import { failed, failedBefore, type NotSent, uncertain } from "./delivery.ts";
import { OutgoingError } from "./outgoing-error.ts";

const MOST_READ = 2_048;

export type Post = {
  /** https, or http to the operator's own networks. */
  readonly url: URL;
  /** JSON, as it goes out. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What the other side said, whatever it was. */
export type Answer = {
  readonly state: "answered";
  readonly status: number;
  /** The beginning of its body. */
  readonly said: string;
  /** How long it asks to be left alone. */
  readonly afterMs?: number;
};

/** Posts to an address that a user named. Follows no redirect. Without an answer it says what went wrong. */
export async function post({ url, body, headers }: Post, outgoing: Outgoing): Promise<Answer | NotSent> {
  const isPlain = url.protocol === "http:";
  if (!isPlain && url.protocol !== "https:") return failed("address_refused");
  let stream: Socket;
  try {
    const port = Number(url.port || (isPlain ? 80 : 443));
    const socket = await connectChecked({ host: url.hostname, port, isOwnOnly: isPlain }, outgoing);
    stream = isPlain ? socket : await secure(socket, url.hostname, outgoing);
  } catch (error) {
    return failedBefore(error);
  }
  return send({ url, body, headers, stream, patienceMs: outgoing.patienceMs });
}

function secure(socket: Socket, hostname: string, { patienceMs, ca }: Outgoing): Promise<Socket> {
  const isAddress = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  return new Promise((resolve, reject) => {
    const tls = connectTls({ socket, ca, host: hostname, ...(!isAddress && { servername: hostname }) });
    const timer = setTimeout(() => fail(new OutgoingError("timed_out")), patienceMs);
    function fail(error: Error): void {
      clearTimeout(timer);
      tls.destroy();
      reject(error);
    }
    tls.once("error", (error) => fail(new OutgoingError("tls", error.message)));
    tls.once("secureConnect", () => {
      clearTimeout(timer);
      tls.removeAllListeners("error");
      resolve(tls);
    });
  });
}

type Sending = Post & { readonly stream: Socket; readonly patienceMs: number };

function send({ url, body, headers, stream, patienceMs }: Sending): Promise<Answer | NotSent> {
  return new Promise((resolve) => {
    let isSent = false;
    const asked = request({
      createConnection: () => stream,
      method: "POST",
      path: `${url.pathname}${url.search}`,
      headers: {
        ...headers,
        host: url.host,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
        connection: "close",
      },
    });
    const timer = setTimeout(() => asked.destroy(new Error("no answer in time")), patienceMs);
    asked.on("finish", () => {
      isSent = true;
    });
    asked.on("error", (error) => {
      clearTimeout(timer);
      stream.destroy();
      // A request of which a part is missing is none.
      resolve(isSent ? uncertain("unanswered", error.message) : failed("unreachable", error.message));
    });
    asked.on("response", async (response) => {
      const said = await readStart(response);
      clearTimeout(timer);
      stream.destroy();
      resolve(answerOf(response, said));
    });
    asked.end(body);
  });
}

/** What the answer says first, as far as it comes. */
async function readStart(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  try {
    for await (const part of response) {
      parts.push(part);
      if (Buffer.concat(parts).length >= MOST_READ) break;
    }
  } catch {
    // The status has come: that decides.
  }
  return Buffer.concat(parts).toString("utf8").slice(0, MOST_READ);
}

function answerOf({ statusCode: status = 0, headers }: IncomingMessage, said: string): Answer {
  const seconds = Number(headers["retry-after"]);
  const asks = Number.isFinite(seconds) && seconds > 0;
  return { state: "answered", status, said, ...(asks && { afterMs: seconds * 1_000 }) };
}
