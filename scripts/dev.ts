import { prepareDemo } from "./run/demo-organisation.ts";
import { runProgram } from "./run/failure.ts";
import { serve, withInstallation } from "./run/installation.ts";

await runProgram(() =>
  withInstallation(async (installation) => {
    const signIns = await prepareDemo(installation.env.DATA_DIR);
    return serve(installation, {
      mode: "development",
      onReady(address) {
        process.stdout.write(`Voorrang runs at ${address} and reloads what you change. Sign in as\n`);
        for (const { role, email, password } of signIns) process.stdout.write(`  ${role}: ${email}  ${password}\n`);
      },
    });
  }),
);
