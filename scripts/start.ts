import { buildOnce } from "./run/build.ts";
import { runProgram } from "./run/failure.ts";
import { serve, withInstallation } from "./run/installation.ts";
import { prepareOrganisation } from "./run/organisation.ts";

await runProgram(() =>
  withInstallation(async (installation) => {
    const setupPath = await prepareOrganisation(installation.env.HOST);
    await buildOnce();
    return serve(installation, {
      mode: "production",
      onReady(address) {
        process.stdout.write(`Voorrang runs at ${address}\n`);
        if (!setupPath) return;
        process.stdout.write(`There is no user yet. Set up the first administrator at ${address}${setupPath}\n`);
      },
    });
  }),
);
