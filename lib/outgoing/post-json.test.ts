import { createServer } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { networkList } from "#lib/networks.ts";
import { postJson } from "./post-json.ts";
import { TEST_CERTIFICATE } from "./test/certificate.ts";
import { closeServers, HERE, listen, openHook } from "./test/servers.ts";

afterAll(closeServers);

const body = { text: "Een lead: <https://voorrang.test|Anna &amp; Bas>" };
const trusting = { ...HERE, ca: TEST_CERTIFICATE };

describe("posting to a webhook", () => {
  test("sends the JSON and counts only an answer of success as sent", async () => {
    const hook = await openHook((_, response) => response.end("ok"));
    expect(await postJson({ url: hook.url, body }, trusting)).toEqual({ state: "sent" });
    expect(hook.posted).toMatchObject([
      {
        path: "/services/T1/B2/secret?x=1",
        body,
        headers: { host: `hook.test:${hook.port}`, "content-type": "application/json; charset=utf-8" },
      },
    ]);
  });

  test("goes in the clear to the operator's own networks only", async () => {
    const hook = await openHook((_, response) => response.end("ok"), { isPlain: true });
    expect(await postJson({ url: hook.url, body }, HERE)).toEqual({ state: "sent" });
    const elsewhere = { ...HERE, allowed: networkList([]), resolve: async () => ["93.184.215.14"] };
    expect(await postJson({ url: hook.url, body }, elsewhere)).toMatchObject({ failure: "address_refused" });
  });

  test("follows no redirect", async () => {
    const target = await openHook((_, response) => response.end("ok"));
    const hook = await openHook((_, response) => response.writeHead(307, { location: target.url.href }).end());
    expect(await postJson({ url: hook.url, body }, trusting)).toMatchObject({
      state: "failed",
      failure: "redirected",
      isHopeless: true,
    });
    expect(target.posted).toEqual([]);
  });

  test.each([
    [400, true],
    [403, true],
    [404, true],
    [410, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])("is over after an answer of %i: %s", async (status, isHopeless) => {
    const hook = await openHook((_, response) => response.writeHead(status).end("no_service"));
    expect(await postJson({ url: hook.url, body }, trusting)).toEqual({
      state: "failed",
      failure: "refused",
      detail: `${status} no_service`,
      isHopeless,
    });
  });

  test("waits as long as the other side asks for", async () => {
    const hook = await openHook((_, response) => response.writeHead(429, { "retry-after": "30" }).end());
    expect(await postJson({ url: hook.url, body }, trusting)).toMatchObject({ state: "failed", afterMs: 30_000 });
  });

  test("is uncertain once all of it was sent and no answer came, or a gateway answered for another", async () => {
    const silent = await openHook(() => {});
    expect(await postJson({ url: silent.url, body }, { ...trusting, patienceMs: 200 })).toMatchObject({
      state: "uncertain",
      failure: "unanswered",
    });
    const broken = await openHook((request) => request.socket.destroy());
    expect(await postJson({ url: broken.url, body }, trusting)).toMatchObject({ state: "uncertain" });
    const gateway = await openHook((_, response) => response.writeHead(504).end());
    expect(await postJson({ url: gateway.url, body }, trusting)).toMatchObject({ state: "uncertain" });
  });

  test("has certainly failed when nobody is there, or is not who the address names", async () => {
    const port = await listen(createServer((socket) => socket.destroy()));
    const url = new URL(`https://hook.test:${port}/`);
    expect(await postJson({ url, body }, trusting)).toMatchObject({ state: "failed", failure: "tls" });
    const hook = await openHook((_, response) => response.end("ok"));
    const stranger = new URL(hook.url);
    stranger.hostname = "stranger.test";
    expect(await postJson({ url: stranger, body }, trusting)).toMatchObject({ state: "failed", failure: "tls" });
    expect(await postJson({ url: hook.url, body }, HERE)).toMatchObject({ state: "failed", failure: "tls" });
    expect(hook.posted).toEqual([]);
  });

  test("reads no more of an answer than its beginning", async () => {
    const hook = await openHook((_, response) => {
      response.writeHead(500);
      const more = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.on("close", () => clearInterval(more));
    });
    const answer = await postJson({ url: hook.url, body }, trusting);
    expect(answer).toMatchObject({ state: "failed", failure: "refused" });
    if (answer.state === "failed") expect(answer.detail.length).toBeLessThanOrEqual(200);
  });
});
