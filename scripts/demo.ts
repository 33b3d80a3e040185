import { buildOnce } from "./run/build.ts";
import { prepareDemo } from "./run/demo-organisation.ts";
import { runProgram } from "./run/failure.ts";
import { openInstallation, serve } from "./run/installation.ts";

await runProgram(async () => {
  const installation = await openInstallation();
  const signIns = await prepareDemo(installation.env.DATA_DIR);
  await buildOnce();
  await serve(installation, { mode: "production", onReady: (address) => process.stdout.write(welcome(address)) });

  function welcome(address: string): string {
    const width = Math.max(...signIns.map(({ email }) => email.length));
    const rows = signIns.map(({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`);
    return ["", `Voorrang runs at ${address}`, "", "Sign in as", ...rows, "", "Ctrl-C stops it.", ""].join("\n");
  }
});
