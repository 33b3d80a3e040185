import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { choosePort, choosePorts } from "./port.ts";

describe("the port", () => {
  it("is the one asked for, or a sentence that it is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    await expect(choosePort("127.0.0.1", port)).rejects.toThrow(/is taken: stop what uses it/);
    server.close();
    await once(server, "close");
    expect(await choosePort("127.0.0.1", port)).toBe(port);
  });

  it("is free and different for each server, and hardly the same for who asks at the same moment", async () => {
    const [ports, others] = await Promise.all([choosePorts(20), choosePorts(20)]);
    expect(new Set(ports).size).toBe(20);
    for (const port of ports) expect(await choosePort("127.0.0.1", port)).toBe(port);
    expect(ports.filter((port) => others.includes(port)).length).toBeLessThan(10);
  });

  it("blames the host when that is no address of this machine", async () => {
    for (const host of ["nonsense.invalid", "192.0.2.7"])
      await expect(choosePort(host, undefined)).rejects.toThrow(
        `The environment variable HOST must be an address of this machine, which ${host} is not.`,
      );
  });
});
