import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { buildOnce } from "#scripts/run/build.ts";
import { choosePorts } from "#scripts/run/port.ts";

it("the web server ends when its port is taken, instead of serving nobody", async () => {
  await buildOnce();
  const [port = 0] = await choosePorts(1);
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const child = spawn(process.execPath, ["scripts/web.ts"], {
    env: {
      ...process.env,
      ...{ HOST: "127.0.0.1", PORT: String(port), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      // Nothing is asked of a database before somebody asks for a page.
      ...{ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", AUTH_SECRET: "kept for the length of this test only" },
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let said = "";
  child.stdout?.on("data", (part: Buffer) => {
    said += part.toString();
  });
  const [code] = await once(child, "close");
  taken.close();
  expect(code).toBe(1);
  expect(said).toContain(`address already in use 127.0.0.1:${port}`);
});
