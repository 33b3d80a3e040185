import { buildOnce } from "./run/build.ts";
import { prepareDemo, type SignIn } from "./run/demo-organisation.ts";
import { runProgram } from "./run/failure.ts";
import { serve, withInstallation } from "./run/installation.ts";

await runProgram(() =>
  withInstallation(async (installation) => {
    const signIns = await prepareDemo(installation.env.DATA_DIR);
    await buildOnce();
    return serve(installation, {
      mode: "production",
      onReady: (address) => process.stdout.write(welcome(address, signIns)),
    });
  }),
);

function welcome(address: string, signIns: readonly SignIn[]): string {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  const rows = signIns.map(({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`);
  return ["", `Voorrang runs at ${address}`, "", "Sign in as", ...rows, "", "Ctrl-C stops it.", ""].join("\n");
}
