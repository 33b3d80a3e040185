import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { connectChecked, type Outgoing } from "./connect.ts";
import { type Delivery, failed, failedBefore, SENT, uncertain } from "./delivery.ts";
import { OutgoingError } from "./outgoing-error.ts";

const MOST_READ = 2_048;
/** A gateway that says so may have passed it on before. */
const PASSED_ON = [502, 504];
const PASSING = [408, 429];

type PostJson = {
  /** https, or http to the operator's own networks. */
  readonly url: URL;
  readonly body: unknown;
};

/** Posts JSON to an address that a user named. Follows no redirect. */
export async function postJson({ url, body }: PostJson, outgoing: Outgoing): Promise<Delivery> {
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
  return send({ url, body, stream, patienceMs: outgoing.patienceMs });
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

type Sending = PostJson & { readonly stream: Socket; readonly patienceMs: number };

function send({ url, body, stream, patienceMs }: Sending): Promise<Delivery> {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    let isSent = false;
    const asked = request({
      createConnection: () => stream,
      method: "POST",
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(text),
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
      resolve(judge(response, said));
    });
    asked.end(text);
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

function judge({ statusCode: status = 0, headers }: IncomingMessage, said: string): Delivery {
  const detail = `${status} ${said}`;
  if (status >= 200 && status < 300) return SENT;
  if (status >= 300 && status < 400) return failed("redirected", String(status));
  if (PASSED_ON.includes(status)) return uncertain("unanswered", detail);
  const isPassing = status >= 500 || PASSING.includes(status);
  const seconds = Number(headers["retry-after"]);
  const afterMs = isPassing && Number.isFinite(seconds) && seconds > 0 ? { afterMs: seconds * 1_000 } : {};
  return failed("refused", detail, { isHopeless: !isPassing, ...afterMs });
}
