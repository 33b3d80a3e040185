import { prepareDemo } from "./run/demo-organisation.ts";
import { runProgram } from "./run/failure.ts";
import { openInstallation, serve } from "./run/installation.ts";

await runProgram(async () => {
  const installation = await openInstallation();
  const signIns = await prepareDemo(installation.env.DATA_DIR);
  await serve(installation, {
    mode: "development",
    onReady: (address) => {
      process.stdout.write(`Voorrang runs at ${address} and reloads what you change. Sign in as\n`);
      for (const { role, email, password } of signIns) process.stdout.write(`  ${role}: ${email}  ${password}\n`);
    },
  });
});
