import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { isDatabaseReachable } from "./database-health.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

/** As a stopped PostgreSQL: the system still takes connections for it. */
async function openFrozenServer() {
  const sockets = new Set<Socket>();
  let taken = 0;
  const server = createServer((socket) => {
    taken++;
    sockets.add(socket);
    socket
      .resume()
      .on("error", () => {})
      .on("close", () => sockets.delete(socket));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `postgres://voorrang:secret@127.0.0.1:${port}/voorrang`,
    connections: () => ({ open: sockets.size, taken }),
    close: () => server.close(),
  };
}

describe("whether the database answers", () => {
  it("yes, while it does", async () => {
    expect(await isDatabaseReachable(store)).toBe(true);
  });

  it("no, when nothing listens there or it has no such database", async () => {
    const frozen = await openFrozenServer();
    frozen.close();
    expect(await isDatabaseReachable(frozen)).toBe(false);
    expect(await isDatabaseReachable({ url: store.url.replace(/test_\w+$/, "none") })).toBe(false);
  });

  it("no after two seconds, when it takes connections and says nothing; so many who ask share one", async () => {
    const frozen = await openFrozenServer();
    const from = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => isDatabaseReachable(frozen)));
    const seconds = (performance.now() - from) / 1000;
    expect(answers.every((isReachable) => !isReachable)).toBe(true);
    expect(seconds).toBeGreaterThan(1.9);
    expect(seconds).toBeLessThan(20);
    expect(frozen.connections().taken).toBe(1);
    await expect.poll(() => frozen.connections().open).toBe(0);
    frozen.close();
  });
});
