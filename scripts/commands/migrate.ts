import type { Command } from "#scripts/run/command.ts";

export const command: Command = {
  help: `npm run voorrang -- migrate

Brings the database to the newest schema. Every other command does so too.`,
  run: async () => ({ json: { migrated: true }, text: "The database is at the newest schema." }),
};
