import { createServer } from "node:net";
import { afterAll, describe, expect, test, vi } from "vitest";
import { networkList } from "#lib/networks.ts";
import { connectChecked } from "./connect.ts";
import { closeServers, HERE, listen } from "./test/servers.ts";

afterAll(closeServers);

const door = { allowed: networkList([]), patienceMs: 500 };

describe("a connection to where a user wants something sent", () => {
  test("goes to the address that was checked: the name is not asked for again", async () => {
    const port = await listen(createServer((socket) => socket.end()));
    // The second answer would lead elsewhere.
    const resolve = vi.fn(async () => ["127.0.0.1"]).mockResolvedValueOnce(["127.0.0.1"]);
    const socket = await connectChecked({ host: "rebound.test", port }, { ...HERE, resolve });
    expect(socket.remoteAddress).toBe("127.0.0.1");
    expect(resolve).toHaveBeenCalledTimes(1);
    socket.destroy();
  });

  test("is not made when one address of several leads inside", async () => {
    const resolve = async () => ["93.184.215.14", "10.0.0.7"];
    await expect(connectChecked({ host: "mixed.test", port: 443 }, { ...door, resolve })).rejects.toMatchObject({
      failure: "address_refused",
    });
  });

  test.each(["127.0.0.1", "[::1]", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0"])(
    "is not made to %s, which is no name that would be resolved",
    async (host) => {
      const port = await listen(createServer(() => expect.unreachable("somebody connected")));
      await expect(connectChecked({ host, port }, door)).rejects.toMatchObject({ failure: "address_refused" });
    },
  );

  test("is not made to localhost by its name", async () => {
    await expect(connectChecked({ host: "localhost", port: 443 }, door)).rejects.toMatchObject({
      failure: "address_refused",
    });
  });

  test("in the clear is made to the operator's own networks only", async () => {
    const resolve = async () => ["93.184.215.14"];
    const destination = { host: "public.test", port: 80, isOwnOnly: true };
    await expect(connectChecked(destination, { ...door, resolve })).rejects.toMatchObject({
      failure: "address_refused",
    });
  });

  test("says when nobody is there, and when a name takes too long", async () => {
    const port = await listen(createServer());
    await closeServers();
    await expect(connectChecked({ host: "gone.test", port }, HERE)).rejects.toMatchObject({
      failure: "unreachable",
      detail: "ECONNREFUSED",
    });
    const resolve = () => new Promise<never>(() => {});
    await expect(
      connectChecked({ host: "slow.test", port }, { ...door, patienceMs: 50, resolve }),
    ).rejects.toMatchObject({ failure: "timed_out" });
  });
});
