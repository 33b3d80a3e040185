import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { PackedResponse } from "./packed-response.ts";

const LONG = "Whom do we work next, and why? ".repeat(200);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Answering = (response: PackedResponse) => unknown;

/** Asks a server that answers so, and gives what it says from the first header on. */
async function ask(answer: Answering, { method = "GET", accept = "gzip, deflate" } = {}): Promise<IncomingMessage> {
  const server = createServer({ ServerResponse: PackedResponse }, (_, response) => void answer(response));
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = accept === "" ? {} : { "accept-encoding": accept };
    request({ host: "127.0.0.1", port, method, headers, agent: false }, resolve).on("error", reject).end();
  });
}

async function read(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return Buffer.concat(parts);
}

it("a text goes out packed, whichever way it is written", async () => {
  const ways: readonly Answering[] = [
    (response) => response.setHeader("content-type", "text/html; charset=utf-8").end(LONG),
    (response) => response.writeHead(200, { "content-type": "text/html", "content-length": LONG.length }).end(LONG),
    (response) => {
      response.setHeader("content-type", "application/json").flushHeaders();
      for (const letter of LONG) response.write(letter);
      response.end();
    },
  ];
  for (const way of ways) {
    const answer = await ask(way);
    expect(answer.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect(answer.headers).not.toHaveProperty("content-length");
    expect(gunzipSync(await read(answer)).toString()).toBe(LONG);
  }
});

it("who does not take it packed, or refuses it, gets the text itself", async () => {
  for (const accept of ["", "br", "gzip;q=0, br"]) {
    const answer = await ask((response) => response.setHeader("content-type", "text/css").end(LONG), { accept });
    expect(answer.headers).not.toHaveProperty("content-encoding");
    expect(answer.headers.vary).toBe("Accept-Encoding");
    expect((await read(answer)).toString()).toBe(LONG);
  }
});

it("a picture, a live stream, a short answer, a part of a file and what must not change stay as they are", async () => {
  const ways: readonly Answering[] = [
    (response) => response.setHeader("content-type", "image/png").end(LONG),
    (response) => response.setHeader("content-type", "text/event-stream").end(LONG),
    (response) => response.setHeader("content-type", "text/plain").end("short"),
    (response) => response.writeHead(206, { "content-type": "text/plain" }).end(LONG),
    (response) => response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-transform" }).end(LONG),
  ];
  for (const way of ways) {
    const answer = await ask(way);
    expect(answer.headers).not.toHaveProperty("content-encoding");
    expect(["short", LONG]).toContain((await read(answer)).toString());
  }
});

it("an answer without a body keeps its length and its status", async () => {
  const head = await ask(
    (response) => response.writeHead(200, { "content-type": "text/plain", "content-length": 9_999 }).end(),
    { method: "HEAD" },
  );
  expect([head.headers["content-length"], head.headers["content-encoding"]]).toEqual(["9999", undefined]);
  const gone = await ask((response) => response.writeHead(304).end());
  expect(gone.statusCode).toBe(304);
});

it("what is written first is read before the rest is written", async () => {
  const rest = Promise.withResolvers<void>();
  const answer = await ask(async (response) => {
    response.setHeader("content-type", "text/html").write(LONG);
    await rest.promise;
    response.end("The end.");
  });
  const unpacked = answer.pipe(createGunzip());
  const first = await new Promise<Buffer>((resolve) => unpacked.once("data", resolve));
  expect(LONG).toContain(first.toString());
  rest.resolve();
  expect(first.toString() + (await text(unpacked))).toBe(`${LONG}The end.`);
});

it("who writes a long file waits for who reads it", async () => {
  const line = `${Array.from({ length: 4_000 }, (_, place) => Math.sin(place)).join(",")}\n`;
  let written = 0;
  const answer = await ask(async (response) => {
    response.setHeader("content-type", "text/csv");
    for (; written < 400; written++)
      if (!response.write(line)) await new Promise<void>((resolve) => response.once("drain", resolve));
    response.end();
  });
  await sleep(300);
  expect(written).toBeLessThan(400);
  expect(gunzipSync(await read(answer)).toString()).toBe(line.repeat(400));
});
