import { buildOnce } from "./run/build.ts";
import { runProgram } from "./run/failure.ts";
import { openInstallation, serve } from "./run/installation.ts";
import { prepareOrganisation } from "./run/organisation.ts";

await runProgram(async () => {
  const installation = await openInstallation();
  const setupPath = await prepareOrganisation(installation.env.HOST);
  await buildOnce();
  await serve(installation, {
    mode: "production",
    onReady: (address) => {
      process.stdout.write(`Voorrang runs at ${address}\n`);
      if (setupPath)
        process.stdout.write(`There is no user yet. Set up the first administrator at ${address}${setupPath}\n`);
    },
  });
});
